COPY (
SELECT NULL::pg_catalog.text, NULL::pg_catalog.uuid, NULL::pg_catalog.text, NULL::pg_catalog.date,
       NULL::double precision[], NULL::timestamp
FROM pg_catalog.generate_series(1, 265)
WHERE pg_catalog.random() IS NOT NULL
UNION ALL
SELECT s."country"::pg_catalog.text, s."merchant_id"::pg_catalog.uuid, s."tier"::pg_catalog.text,
       s."since"::pg_catalog.date, s."scores"::double precision[], s."changed_at"::timestamp
FROM (
SELECT * FROM merchants
) AS s
WHERE s."changed_at" OPERATOR(pg_catalog.>=) pg_catalog.current_setting('ematix_flow.bound')::timestamp OR s."changed_at" IS NULL
) TO STDOUT (FORMAT BINARY)
