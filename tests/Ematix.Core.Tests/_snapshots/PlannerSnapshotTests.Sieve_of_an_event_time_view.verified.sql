-- Prove: Asks whether the query has one row a place.
EXPLAIN (COSTS OFF)
SELECT
FROM "features"."user_features_v1" AS c
LEFT JOIN (
SELECT * FROM source WHERE x = $1
) AS s
  ON s."user_id" OPERATOR(pg_catalog.=) c."user_id"
  AND s."last_purchase_at" OPERATOR(pg_catalog.=) c.valid_from;

-- Stage: Stages what may change something.
CREATE TEMPORARY TABLE ematix_stage ON COMMIT DROP AS
SELECT s."user_id", s."total_purchases", s."avg_order_value", s."last_purchase_at"
FROM (
    SELECT s."user_id"::bigint AS "user_id", s."total_purchases"::bigint AS "total_purchases",
           s."avg_order_value"::numeric AS "avg_order_value",
           s."last_purchase_at"::pg_catalog.timestamptz AS "last_purchase_at"
    FROM (
SELECT * FROM source WHERE x = $1
    ) AS s
) AS s
LEFT JOIN "features"."user_features_v1" AS c
  ON s."user_id" OPERATOR(pg_catalog.=) c."user_id"
  AND c.is_current
WHERE CASE
    WHEN c.valid_from OPERATOR(pg_catalog.=) s."last_purchase_at"
     AND s."user_id" OPERATOR(pg_catalog.=) c."user_id"
     AND (s."total_purchases" OPERATOR(pg_catalog.=) c."total_purchases" OR (s."total_purchases" IS NULL AND c."total_purchases" IS NULL))
     AND ((s."avg_order_value" OPERATOR(pg_catalog.=) c."avg_order_value" OR pg_catalog.round(s."avg_order_value", 2) OPERATOR(pg_catalog.=) c."avg_order_value") OR (s."avg_order_value" IS NULL AND c."avg_order_value" IS NULL))
     AND s."last_purchase_at" OPERATOR(pg_catalog.=) c."last_purchase_at"
    THEN pg_catalog.nextval('pg_temp.ematix_known') IS NULL
    ELSE true
END;
