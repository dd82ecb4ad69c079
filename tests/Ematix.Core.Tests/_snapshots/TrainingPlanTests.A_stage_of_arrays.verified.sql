CREATE TEMPORARY TABLE ematix_spine ON COMMIT DROP AS
SELECT _ematix_row, "user_id", "country", "merchant", "label_at"
FROM unnest(
        $1::integer[],
        $2::text[],
        $3::uuid[],
        $4::timestamptz[]
    ) WITH ORDINALITY AS q ("user_id", "country", "merchant", "label_at", _ematix_row)