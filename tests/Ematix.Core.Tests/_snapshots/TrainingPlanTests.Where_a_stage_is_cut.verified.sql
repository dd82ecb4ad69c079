SELECT s.key_1::text, s.key_2::text, s.key_3::text, s.key_4::text
FROM (
    SELECT
        q."user_id"::bigint AS key_1,
        q."country"::text COLLATE pg_catalog."C" AS key_2,
        q."merchant" AS key_3,
        q."label_at" AS key_4,
        pg_catalog.row_number() OVER (ORDER BY q."user_id"::bigint, q."country"::text COLLATE pg_catalog."C", q."merchant", q."label_at") AS nth,
        pg_catalog.count(*) OVER () AS number
    FROM pg_temp.ematix_spine AS q TABLESAMPLE pg_catalog.system (3) REPEATABLE (1)
    WHERE q."user_id"::bigint IS NOT NULL
      AND q."country"::text COLLATE pg_catalog."C" IS NOT NULL
      AND q."merchant" IS NOT NULL
      AND q."label_at" IS NOT NULL
) AS s
WHERE s.nth % (s.number / 3 + 1) = 0
ORDER BY s.nth;

COPY (
    SELECT q.*
    FROM pg_temp.ematix_spine AS q
    WHERE (ROW(q."user_id"::bigint, q."country"::text COLLATE pg_catalog."C", q."merchant", q."label_at") > ROW((SELECT pg_catalog.current_setting('ematix.cut_1_1')::bigint), (SELECT pg_catalog.current_setting('ematix.cut_1_2')::text), (SELECT pg_catalog.current_setting('ematix.cut_1_3')::uuid), (SELECT pg_catalog.current_setting('ematix.cut_1_4')::timestamptz))) IS TRUE
      AND (ROW(q."user_id"::bigint, q."country"::text COLLATE pg_catalog."C", q."merchant", q."label_at") > ROW((SELECT pg_catalog.current_setting('ematix.cut_2_1')::bigint), (SELECT pg_catalog.current_setting('ematix.cut_2_2')::text), (SELECT pg_catalog.current_setting('ematix.cut_2_3')::uuid), (SELECT pg_catalog.current_setting('ematix.cut_2_4')::timestamptz))) IS NOT TRUE
) TO STDOUT (FORMAT BINARY)