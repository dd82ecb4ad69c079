-- CreateTable: The table with its constraints and indexes.
CREATE TABLE "features"."merchant_profile_v2" (
    "country" varchar(2) COLLATE "C" NOT NULL,
    "merchant_id" uuid NOT NULL,
    "tier" text COLLATE "C" NOT NULL,
    "since" date,
    "scores" double precision[],
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
CREATE UNIQUE INDEX "merchant_profile_v2__version"
    ON "features"."merchant_profile_v2" ("country", "merchant_id", valid_from)
    WHERE valid_to IS NULL OR valid_to > valid_from;
CREATE UNIQUE INDEX "merchant_profile_v2__current"
    ON "features"."merchant_profile_v2" ("country", "merchant_id")
    WHERE is_current;

-- PointInTime: The version of one key alive at an instant. Parameters: the key columns, the as-of (timestamptz), the time to live (interval, or NULL for ever).
SELECT v."country", v."merchant_id", v."tier", v."since", v."scores"
FROM (
    SELECT h."country", h."merchant_id", h."tier", h."since", h."scores", h.valid_from, h.valid_to
    FROM "features"."merchant_profile_v2" AS h
    WHERE h."country" OPERATOR(pg_catalog.=) $1
      AND h."merchant_id" OPERATOR(pg_catalog.=) $2
      AND h.valid_from OPERATOR(pg_catalog.<=) $3
      AND (h.valid_to IS NULL OR h.valid_to OPERATOR(pg_catalog.>) h.valid_from)
    ORDER BY h.valid_from DESC
    LIMIT 1
) AS v
WHERE (v.valid_to IS NULL OR v.valid_to OPERATOR(pg_catalog.>) $3)
  AND ($4::interval IS NULL
       OR ($3 OPERATOR(pg_catalog.-) v.valid_from) OPERATOR(pg_catalog.<=) $4::interval);

-- PointInTimeMany: The versions of many keys, each alive at its own instant. Parameters: an array a key column, the as-ofs (timestamptz[]), the time to live (interval, or NULL for ever).
SELECT k.position, v."country", v."merchant_id", v."tier", v."since", v."scores"
FROM unnest($1::pg_catalog.text[], $2::pg_catalog.uuid[], $3::pg_catalog.timestamptz[]) WITH ORDINALITY AS k (key_1, key_2, as_of, position)
CROSS JOIN LATERAL (
    SELECT h."country", h."merchant_id", h."tier", h."since", h."scores", h.valid_from, h.valid_to
    FROM "features"."merchant_profile_v2" AS h
    WHERE h."country" OPERATOR(pg_catalog.=) k.key_1
      AND h."merchant_id" OPERATOR(pg_catalog.=) k.key_2
      AND h.valid_from OPERATOR(pg_catalog.<=) k.as_of
      AND (h.valid_to IS NULL OR h.valid_to OPERATOR(pg_catalog.>) h.valid_from)
    ORDER BY h.valid_from DESC
    LIMIT 1
) AS v
WHERE (v.valid_to IS NULL OR v.valid_to OPERATOR(pg_catalog.>) k.as_of)
  AND ($4::interval IS NULL
       OR (k.as_of OPERATOR(pg_catalog.-) v.valid_from) OPERATOR(pg_catalog.<=) $4::interval);

-- History: All versions of one key, oldest first. Parameters: the key columns, whether replaced (empty) versions are wanted (boolean).
SELECT h."country", h."merchant_id", h."tier", h."since", h."scores", h.valid_from, h.valid_to,
       h.is_current, h._loaded_at, h._batch_id, h._closed_by
FROM "features"."merchant_profile_v2" AS h
WHERE h."country" OPERATOR(pg_catalog.=) $1
  AND h."merchant_id" OPERATOR(pg_catalog.=) $2
  AND ($3::boolean OR (h.valid_to IS NULL OR h.valid_to OPERATOR(pg_catalog.>) h.valid_from))
ORDER BY h.valid_from, h._loaded_at;

-- Online: The current row of one key, alive at the database's clock. Parameters: the key columns, the time to live (interval, or NULL for ever).
SELECT c."country", c."merchant_id", c."tier", c."since", c."scores"
FROM "features"."merchant_profile_v2" AS c
WHERE c."country" OPERATOR(pg_catalog.=) $1
  AND c."merchant_id" OPERATOR(pg_catalog.=) $2
  AND c.is_current
  AND ($3::interval IS NULL
       OR (pg_catalog.clock_timestamp() OPERATOR(pg_catalog.-) c.valid_from) OPERATOR(pg_catalog.<=) $3::interval);

-- OnlineMany: The current rows of many keys, alive at the database's clock. Parameters: an array a key column, the time to live (interval, or NULL for ever).
SELECT k.position, c."country", c."merchant_id", c."tier", c."since", c."scores"
FROM unnest($1::pg_catalog.text[], $2::pg_catalog.uuid[]) WITH ORDINALITY AS k (key_1, key_2, position)
JOIN "features"."merchant_profile_v2" AS c
  ON c."country" OPERATOR(pg_catalog.=) k.key_1
  AND c."merchant_id" OPERATOR(pg_catalog.=) k.key_2
  AND c.is_current
  AND ($3::interval IS NULL
       OR (pg_catalog.clock_timestamp() OPERATOR(pg_catalog.-) c.valid_from) OPERATOR(pg_catalog.<=) $3::interval);
