SELECT s._ematix_row, s."label", s."user_id", s."country", s."merchant", s."label_at", s."tier",
       v1."total_purchases", v1."avg_order_value", v1."last_purchase_at", v2."tier", v2."since",
       v2."scores"
FROM (
    SELECT q.*
    FROM (
        SELECT pg_catalog.tidsend(t.ctid) AS _ematix_row, t.ctid AS _ematix_place, t.*
        FROM "ml"."labels" AS t
    ) AS q
    WHERE (ROW(q."user_id"::bigint, q."country"::text COLLATE pg_catalog."C", q."merchant", q."label_at") > ROW((SELECT pg_catalog.current_setting('ematix.cut_1_1')::bigint), (SELECT pg_catalog.current_setting('ematix.cut_1_2')::text), (SELECT pg_catalog.current_setting('ematix.cut_1_3')::uuid), (SELECT pg_catalog.current_setting('ematix.cut_1_4')::timestamptz))) IS NOT TRUE
      AND q._ematix_place >= '(0,0)' AND q._ematix_place < '(8192,0)'
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