SELECT v1."total_purchases", v1."avg_order_value", v1."last_purchase_at", v2."tier", v2."since",
       v2."scores"
FROM (
    SELECT q.*
    FROM unnest(
        pg_catalog.current_setting('ematix.column_1')::integer[],
        pg_catalog.current_setting('ematix.column_2')::text[],
        pg_catalog.current_setting('ematix.column_3')::uuid[],
        pg_catalog.current_setting('ematix.column_4')::timestamptz[]
    ) WITH ORDINALITY AS q (column_1, column_2, column_3, column_4, _ematix_row)
    ORDER BY q.column_1::bigint, q.column_2::text COLLATE pg_catalog."C", q.column_3, q.column_4
) AS s
LEFT JOIN LATERAL (
    SELECT v."total_purchases", v."avg_order_value", v."last_purchase_at", v.valid_from
    FROM (
        SELECT h."total_purchases", h."avg_order_value", h."last_purchase_at", h.valid_from,
               h.valid_to
        FROM "features"."user_features_v1" AS h
        WHERE h."user_id" = s.column_1::bigint
          AND h.valid_from <= s.column_4
          AND (h.valid_to IS NULL OR h.valid_to > h.valid_from)
        ORDER BY h.valid_from DESC
        LIMIT 1
    ) AS v
    WHERE (v.valid_to IS NULL OR v.valid_to > s.column_4)
      AND CASE WHEN pg_catalog.isfinite(s.column_4) THEN (s.column_4 - v.valid_from) <= (SELECT pg_catalog.current_setting('ematix.ttl_1')::interval) ELSE false END
) AS v1 ON true
LEFT JOIN LATERAL (
    SELECT v."tier", v."since", v."scores", v.valid_from
    FROM (
        SELECT h."tier", h."since", h."scores", h.valid_from, h.valid_to
        FROM "features"."merchant_profile_v2" AS h
        WHERE h."country"::text = s.column_2::text COLLATE pg_catalog."C"
          AND h."merchant_id" = s.column_3
          AND h.valid_from <= s.column_4
          AND (h.valid_to IS NULL OR h.valid_to > h.valid_from)
        ORDER BY h.valid_from DESC
        LIMIT 1
    ) AS v
    WHERE (v.valid_to IS NULL OR v.valid_to > s.column_4)
) AS v2 ON true
ORDER BY s._ematix_row