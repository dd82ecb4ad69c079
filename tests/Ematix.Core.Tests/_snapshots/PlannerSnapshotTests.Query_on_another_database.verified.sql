COPY (
SELECT NULL::pg_catalog.text, NULL::pg_catalog.uuid, NULL::pg_catalog.text, NULL::pg_catalog.date,
       NULL::double precision[]
FROM pg_catalog.generate_series(1, 304)
WHERE pg_catalog.random() IS NOT NULL
UNION ALL
SELECT s."country"::pg_catalog.text, s."merchant_id"::pg_catalog.uuid, s."tier"::pg_catalog.text,
       s."since"::pg_catalog.date, s."scores"::double precision[]
FROM (
SELECT * FROM merchants WHERE since > (pg_catalog.current_setting('ematix_flow.p1')::pg_catalog.date)
) AS s
) TO STDOUT (FORMAT BINARY)
