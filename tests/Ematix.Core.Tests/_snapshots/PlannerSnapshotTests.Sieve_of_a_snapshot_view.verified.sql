-- Prove: Asks whether the query has one row a place.
EXPLAIN (COSTS OFF)
SELECT
FROM "features"."merchant_profile_v2" AS c
LEFT JOIN (
SELECT * FROM source WHERE x = $1
) AS s
  ON s."country" OPERATOR(pg_catalog.=) c."country"
  AND s."merchant_id" OPERATOR(pg_catalog.=) c."merchant_id";

-- Stage: Stages what may change something.
CREATE TEMPORARY TABLE ematix_stage ON COMMIT DROP AS
SELECT s."country", s."merchant_id", s."tier", s."since", s."scores", c.ctid AS _ematix_closes,
       c.valid_from AS _ematix_since, false AS _ematix_renews
FROM (
    SELECT s."country"::pg_catalog.text COLLATE pg_catalog."C" AS "country",
           s."merchant_id"::pg_catalog.uuid AS "merchant_id",
           s."tier"::pg_catalog.text COLLATE pg_catalog."C" AS "tier",
           s."since"::pg_catalog.date AS "since", s."scores"::double precision[] AS "scores"
    FROM (
SELECT * FROM source WHERE x = $1
    ) AS s
) AS s
LEFT JOIN "features"."merchant_profile_v2" AS c
  ON s."country" OPERATOR(pg_catalog.=) c."country"
  AND s."merchant_id" OPERATOR(pg_catalog.=) c."merchant_id"
  AND c.is_current
WHERE CASE
    WHEN s."country" OPERATOR(pg_catalog.=) c."country"
     AND s."merchant_id" OPERATOR(pg_catalog.=) c."merchant_id"
     AND (s."tier" OPERATOR(pg_catalog.=) c."tier" AND s."tier" OPERATOR(pg_catalog.=) ANY (ARRAY['Free', 'Paid']::pg_catalog.text[]))
     AND (s."since" OPERATOR(pg_catalog.=) c."since" OR (s."since" IS NULL AND c."since" IS NULL))
     AND (s."scores" OPERATOR(pg_catalog.=) c."scores" OR (s."scores" IS NULL AND c."scores" IS NULL))
    THEN pg_catalog.nextval('pg_temp.ematix_known') IS NULL
    ELSE true
END;
