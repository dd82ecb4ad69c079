SELECT s."label", s."user_id", s."country", s."merchant", s."label_at", s."tier",
       v1."total_purchases", v1."avg_order_value", v1."last_purchase_at", v2."tier", v2."since",
       v2."scores"
FROM (
    SELECT q.*
    FROM pg_temp.ematix_spine AS q
) AS s
LEFT JOIN "features"."user_features_v1" AS v1
  ON v1."user_id" = s."user_id"::bigint
  AND v1.valid_from <= s."label_at"
  AND (v1.valid_to IS NULL OR v1.valid_to > s."label_at")
  AND CASE WHEN pg_catalog.isfinite(s."label_at") THEN (s."label_at" - v1.valid_from) <= (SELECT pg_catalog.current_setting('ematix.ttl_1')::interval) ELSE false END
LEFT JOIN "features"."merchant_profile_v2" AS v2
  ON v2."country"::text = s."country"::text COLLATE pg_catalog."C"
  AND v2."merchant_id" = s."merchant"
  AND v2.valid_from <= s."label_at"
  AND (v2.valid_to IS NULL OR v2.valid_to > s."label_at")
ORDER BY s._ematix_row