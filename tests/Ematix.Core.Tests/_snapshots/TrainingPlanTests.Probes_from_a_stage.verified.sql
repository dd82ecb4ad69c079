CREATE TEMPORARY TABLE ematix_spine ON COMMIT DROP AS
SELECT pg_catalog.row_number() OVER () AS _ematix_row, q.*
FROM (
SELECT t.* FROM "ml"."labels" AS t
) AS q;

COPY (
SELECT a.*
FROM (
SELECT s."label", s."user_id", s."country", s."merchant", s."label_at", s."tier",
       v1."total_purchases", v1."avg_order_value", v1."last_purchase_at", v2."tier", v2."since",
       v2."scores"
FROM (
    SELECT q.*
    FROM pg_temp.ematix_spine AS q
    WHERE q._ematix_row > 100000 AND q._ematix_row <= 200000
    ORDER BY q."user_id"::bigint, q."country"::text COLLATE pg_catalog."C", q."merchant",
             q."label_at"
) AS s
LEFT JOIN LATERAL (
    SELECT v."total_purchases", v."avg_order_value", v."last_purchase_at", v.valid_from
    FROM (
        SELECT h."total_purchases", h."avg_order_value", h."last_purchase_at", h.valid_from,
               h.valid_to
        FROM "features"."user_features_v1" AS h
        WHERE h."user_id" = s."user_id"::bigint
          AND h.valid_from <= s."label_at"
          AND (h.valid_to IS NULL OR h.valid_to > h.valid_from)
        ORDER BY h.valid_from DESC
        LIMIT 1
    ) AS v
    WHERE (v.valid_to IS NULL OR v.valid_to > s."label_at")
      AND CASE WHEN pg_catalog.isfinite(s."label_at") THEN (s."label_at" - v.valid_from) <= (SELECT pg_catalog.current_setting('ematix.ttl_1')::interval) ELSE false END
) AS v1 ON true
LEFT JOIN LATERAL (
    SELECT v."tier", v."since", v."scores", v.valid_from
    FROM (
        SELECT h."tier", h."since", h."scores", h.valid_from, h.valid_to
        FROM "features"."merchant_profile_v2" AS h
        WHERE h."country"::text = s."country"::text COLLATE pg_catalog."C"
          AND h."merchant_id" = s."merchant"
          AND h.valid_from <= s."label_at"
          AND (h.valid_to IS NULL OR h.valid_to > h.valid_from)
        ORDER BY h.valid_from DESC
        LIMIT 1
    ) AS v
    WHERE (v.valid_to IS NULL OR v.valid_to > s."label_at")
) AS v2 ON true
ORDER BY s._ematix_row
) AS a
WHERE (SELECT pg_catalog.left(pg_catalog.current_setting('server_version'), 0)::pg_catalog.tsquery) IS NOT NULL
) TO STDOUT (FORMAT BINARY)