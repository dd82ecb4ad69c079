WITH spine_rows AS MATERIALIZED (
    SELECT q.*
    FROM pg_temp.ematix_spine AS q
),
pick_1 AS MATERIALIZED (
    SELECT DISTINCT ON (s._ematix_row) s._ematix_row, h.ctid AS place
    FROM spine_rows AS s
    JOIN "features"."user_features_v1" AS h
      ON h."user_id" = s."user_id"::bigint
      AND h.valid_from <= s."label_at"
      AND h._loaded_at <= (SELECT pg_catalog.current_setting('ematix.known_at_1')::pg_catalog.timestamptz)
    ORDER BY s._ematix_row, h.valid_from DESC, h._loaded_at DESC
),
pick_2 AS MATERIALIZED (
    SELECT DISTINCT ON (s._ematix_row) s._ematix_row, h.ctid AS place
    FROM spine_rows AS s
    JOIN "features"."merchant_profile_v2" AS h
      ON h."country"::text = s."country"::text COLLATE pg_catalog."C"
      AND h."merchant_id" = s."merchant"
      AND h.valid_from <= s."label_at"
      AND h._loaded_at <= (SELECT pg_catalog.current_setting('ematix.known_at_2')::pg_catalog.timestamptz)
    ORDER BY s._ematix_row, h.valid_from DESC, h._loaded_at DESC
)
SELECT s."label", s."user_id", s."country", s."merchant", s."label_at", s."tier",
       v1."total_purchases", v1."avg_order_value", v1."last_purchase_at", v2."tier", v2."since",
       v2."scores"
FROM spine_rows AS s
LEFT JOIN pick_1 AS p1 ON p1._ematix_row = s._ematix_row
LEFT JOIN LATERAL (
    SELECT h."total_purchases", h."avg_order_value", h."last_purchase_at", h.valid_from
    FROM "features"."user_features_v1" AS h
    WHERE h.ctid = p1.place
      AND CASE WHEN pg_catalog.isfinite(s."label_at") THEN (s."label_at" - h.valid_from) <= (SELECT pg_catalog.current_setting('ematix.ttl_1')::interval) ELSE false END
) AS v1 ON true
LEFT JOIN pick_2 AS p2 ON p2._ematix_row = s._ematix_row
LEFT JOIN LATERAL (
    SELECT h."tier", h."since", h."scores", h.valid_from
    FROM "features"."merchant_profile_v2" AS h
    WHERE h.ctid = p2.place
      AND NOT EXISTS (
        SELECT FROM "features"."merchant_profile_v2" AS d
        WHERE d."country"::text = h."country"::text
          AND d."merchant_id" = h."merchant_id"
          AND (d.valid_to IS NULL OR d.valid_to > d.valid_from)
          AND d._closed_by = 'delete'
          AND d.valid_to > h.valid_from
          AND d.valid_to <= s."label_at"
          AND d.valid_to <= (SELECT pg_catalog.current_setting('ematix.known_at_2')::pg_catalog.timestamptz)
      )
) AS v2 ON true
ORDER BY s._ematix_row