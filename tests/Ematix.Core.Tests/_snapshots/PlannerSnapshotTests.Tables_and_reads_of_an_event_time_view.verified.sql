-- CreateTable: The table with its constraints and indexes.
CREATE TABLE "features"."user_features_v1" (
    "user_id" bigint NOT NULL,
    "total_purchases" bigint,
    "avg_order_value" numeric(10,2),
    "last_purchase_at" timestamptz NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_to timestamptz,
    is_current boolean NOT NULL,
    row_hash bigint NOT NULL,
    _loaded_at timestamptz NOT NULL,
    _batch_id uuid NOT NULL,
    _closed_by text,
    CHECK (is_current = (valid_to IS NULL)),
    CHECK (valid_to >= valid_from),
    CHECK ((_closed_by IS NULL) = (valid_to IS NULL)),
    CHECK (_closed_by IN ('next', 'delete', 'ttl', 'renewal'))
);
CREATE UNIQUE INDEX "user_features_v1__version"
    ON "features"."user_features_v1" ("user_id", valid_from)
    WHERE valid_to IS NULL OR valid_to > valid_from;
CREATE UNIQUE INDEX "user_features_v1__current"
    ON "features"."user_features_v1" ("user_id")
    WHERE is_current;

-- CreateOnline: The online snapshot with its unique index, filled from history.
CREATE MATERIALIZED VIEW "features"."user_features_v1__online" AS
SELECT t."user_id", t."total_purchases", t."avg_order_value", t."last_purchase_at", t.valid_from
FROM "features"."user_features_v1" AS t
WHERE t.is_current;
CREATE UNIQUE INDEX "user_features_v1__online_key"
    ON "features"."user_features_v1__online" ("user_id");

-- PointInTime: The version of one key alive at an instant. Parameters: the key columns, the as-of (timestamptz), the time to live (interval, or NULL for ever).
SELECT v."user_id", v."total_purchases", v."avg_order_value", v."last_purchase_at"
FROM (
    SELECT h."user_id", h."total_purchases", h."avg_order_value", h."last_purchase_at", h.valid_from,
           h.valid_to
    FROM "features"."user_features_v1" AS h
    WHERE h."user_id" OPERATOR(pg_catalog.=) $1
      AND h.valid_from OPERATOR(pg_catalog.<=) $2
      AND (h.valid_to IS NULL OR h.valid_to OPERATOR(pg_catalog.>) h.valid_from)
    ORDER BY h.valid_from DESC
    LIMIT 1
) AS v
WHERE (v.valid_to IS NULL OR v.valid_to OPERATOR(pg_catalog.>) $2)
  AND ($3::interval IS NULL
       OR ($2 OPERATOR(pg_catalog.-) v.valid_from) OPERATOR(pg_catalog.<=) $3::interval);

-- PointInTimeMany: The versions of many keys, each alive at its own instant. Parameters: an array a key column, the as-ofs (timestamptz[]), the time to live (interval, or NULL for ever).
SELECT k.position, v."user_id", v."total_purchases", v."avg_order_value", v."last_purchase_at"
FROM unnest($1::bigint[], $2::pg_catalog.timestamptz[]) WITH ORDINALITY AS k (key_1, as_of, position)
CROSS JOIN LATERAL (
    SELECT h."user_id", h."total_purchases", h."avg_order_value", h."last_purchase_at", h.valid_from,
           h.valid_to
    FROM "features"."user_features_v1" AS h
    WHERE h."user_id" OPERATOR(pg_catalog.=) k.key_1
      AND h.valid_from OPERATOR(pg_catalog.<=) k.as_of
      AND (h.valid_to IS NULL OR h.valid_to OPERATOR(pg_catalog.>) h.valid_from)
    ORDER BY h.valid_from DESC
    LIMIT 1
) AS v
WHERE (v.valid_to IS NULL OR v.valid_to OPERATOR(pg_catalog.>) k.as_of)
  AND ($3::interval IS NULL
       OR (k.as_of OPERATOR(pg_catalog.-) v.valid_from) OPERATOR(pg_catalog.<=) $3::interval);

-- History: All versions of one key, oldest first. Parameters: the key columns, whether replaced (empty) versions are wanted (boolean).
SELECT h."user_id", h."total_purchases", h."avg_order_value", h."last_purchase_at", h.valid_from,
       h.valid_to, h.is_current, h._loaded_at, h._batch_id, h._closed_by
FROM "features"."user_features_v1" AS h
WHERE h."user_id" OPERATOR(pg_catalog.=) $1
  AND ($2::boolean OR (h.valid_to IS NULL OR h.valid_to OPERATOR(pg_catalog.>) h.valid_from))
ORDER BY h.valid_from, h._loaded_at;

-- Online: The current row of one key, alive at the database's clock. Parameters: the key columns, the time to live (interval, or NULL for ever).
SELECT c."user_id", c."total_purchases", c."avg_order_value", c."last_purchase_at"
FROM "features"."user_features_v1__online" AS c
WHERE c."user_id" OPERATOR(pg_catalog.=) $1
  AND ($2::interval IS NULL
       OR (pg_catalog.clock_timestamp() OPERATOR(pg_catalog.-) c.valid_from) OPERATOR(pg_catalog.<=) $2::interval);

-- OnlineMany: The current rows of many keys, alive at the database's clock. Parameters: an array a key column, the time to live (interval, or NULL for ever).
SELECT k.position, c."user_id", c."total_purchases", c."avg_order_value", c."last_purchase_at"
FROM pg_catalog.unnest($1::bigint[]) WITH ORDINALITY AS k (key_1, position)
JOIN "features"."user_features_v1__online" AS c
  ON c."user_id" OPERATOR(pg_catalog.=) k.key_1
  AND ($2::interval IS NULL
       OR (pg_catalog.clock_timestamp() OPERATOR(pg_catalog.-) c.valid_from) OPERATOR(pg_catalog.<=) $2::interval);
