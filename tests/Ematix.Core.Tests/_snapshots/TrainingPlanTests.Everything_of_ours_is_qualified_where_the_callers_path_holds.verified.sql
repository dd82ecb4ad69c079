WITH spine AS MATERIALIZED (
SELECT pg_catalog.row_number() OVER () AS _ematix_row, q.*
FROM (
SELECT * FROM labels
) AS q
),
spine_rows AS MATERIALIZED (
    SELECT q.*
    FROM spine AS q
),
pick_1 AS MATERIALIZED (
    SELECT n._ematix_row, n.place
    FROM (
        SELECT u._ematix_row, pg_catalog.first_value(u.place) OVER (PARTITION BY u.key_1, u.nth ORDER BY u.at, u.kind) AS place
        FROM (
            SELECT u.*, pg_catalog.count(u.place) OVER (PARTITION BY u.key_1 ORDER BY u.at, u.kind ROWS UNBOUNDED PRECEDING) AS nth
            FROM (
                SELECT h."user_id" AS key_1, h.valid_from AS at, 0 AS kind, h.ctid AS place,
                       NULL::bigint AS _ematix_row
                FROM "features"."user_features_v1" AS h
                WHERE (h.valid_to IS NULL OR h.valid_to OPERATOR(pg_catalog.>) h.valid_from)
                  AND EXISTS (SELECT FROM spine_rows AS s WHERE h."user_id" OPERATOR(pg_catalog.=) s."user_id"::bigint)
                UNION ALL
                SELECT s."user_id"::bigint, s."label_at", 1, NULL::pg_catalog.tid, s._ematix_row
                FROM spine_rows AS s
                WHERE s."label_at" IS NOT NULL
            ) AS u
        ) AS u
    ) AS n
    WHERE n._ematix_row IS NOT NULL AND n.place IS NOT NULL
),
pick_2 AS MATERIALIZED (
    SELECT n._ematix_row, n.place
    FROM (
        SELECT u._ematix_row, pg_catalog.first_value(u.place) OVER (PARTITION BY u.key_1, u.key_2, u.nth ORDER BY u.at, u.kind) AS place
        FROM (
            SELECT u.*, pg_catalog.count(u.place) OVER (PARTITION BY u.key_1, u.key_2 ORDER BY u.at, u.kind ROWS UNBOUNDED PRECEDING) AS nth
            FROM (
                SELECT h."country"::pg_catalog.text AS key_1, h."merchant_id" AS key_2,
                       h.valid_from AS at, 0 AS kind, h.ctid AS place, NULL::bigint AS _ematix_row
                FROM "features"."merchant_profile_v2" AS h
                WHERE (h.valid_to IS NULL OR h.valid_to OPERATOR(pg_catalog.>) h.valid_from)
                  AND EXISTS (SELECT FROM spine_rows AS s WHERE h."country"::pg_catalog.text OPERATOR(pg_catalog.=) s."country"::pg_catalog.text COLLATE pg_catalog."C" AND h."merchant_id" OPERATOR(pg_catalog.=) s."merchant")
                UNION ALL
                SELECT s."country"::pg_catalog.text COLLATE pg_catalog."C", s."merchant",
                       s."label_at", 1, NULL::pg_catalog.tid, s._ematix_row
                FROM spine_rows AS s
                WHERE s."label_at" IS NOT NULL
            ) AS u
        ) AS u
    ) AS n
    WHERE n._ematix_row IS NOT NULL AND n.place IS NOT NULL
)
SELECT s."label", s."user_id", s."country", s."merchant", s."label_at", s."tier",
       v1."total_purchases", v1."avg_order_value", v1."last_purchase_at", v2."tier", v2."since",
       v2."scores"
FROM spine_rows AS s
LEFT JOIN pick_1 AS p1 ON p1._ematix_row OPERATOR(pg_catalog.=) s._ematix_row
LEFT JOIN LATERAL (
    SELECT h."total_purchases", h."avg_order_value", h."last_purchase_at", h.valid_from
    FROM "features"."user_features_v1" AS h
    WHERE h.ctid OPERATOR(pg_catalog.=) p1.place
      AND (h.valid_to IS NULL OR h.valid_to OPERATOR(pg_catalog.>) s."label_at")
      AND CASE WHEN pg_catalog.isfinite(s."label_at") THEN (s."label_at" OPERATOR(pg_catalog.-) h.valid_from) OPERATOR(pg_catalog.<=) (SELECT pg_catalog.current_setting('ematix.ttl_1')::interval) ELSE false END
) AS v1 ON true
LEFT JOIN pick_2 AS p2 ON p2._ematix_row OPERATOR(pg_catalog.=) s._ematix_row
LEFT JOIN LATERAL (
    SELECT h."tier", h."since", h."scores", h.valid_from
    FROM "features"."merchant_profile_v2" AS h
    WHERE h.ctid OPERATOR(pg_catalog.=) p2.place
      AND (h.valid_to IS NULL OR h.valid_to OPERATOR(pg_catalog.>) s."label_at")
) AS v2 ON true
ORDER BY s._ematix_row