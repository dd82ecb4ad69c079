-- CreateTable: The table with its constraints and indexes.
CREATE TABLE "features"."latest_v1" (
    "country" varchar(2) COLLATE "C" NOT NULL,
    "merchant_id" uuid NOT NULL,
    "tier" text COLLATE "C" NOT NULL,
    "since" date,
    "scores" double precision[],
    _loaded_at timestamptz NOT NULL,
    _batch_id uuid NOT NULL,
    CONSTRAINT "latest_v1__key" PRIMARY KEY ("country", "merchant_id")
);

-- Online: The current row of one key, alive at the database's clock. Parameters: the key columns.
SELECT c."country", c."merchant_id", c."tier", c."since", c."scores"
FROM "features"."latest_v1" AS c
WHERE c."country" OPERATOR(pg_catalog.=) $1
  AND c."merchant_id" OPERATOR(pg_catalog.=) $2;

-- OnlineMany: The current rows of many keys, alive at the database's clock. Parameters: an array a key column.
SELECT k.position, c."country", c."merchant_id", c."tier", c."since", c."scores"
FROM unnest($1::pg_catalog.text[], $2::pg_catalog.uuid[]) WITH ORDINALITY AS k (key_1, key_2, position)
JOIN "features"."latest_v1" AS c
  ON c."country" OPERATOR(pg_catalog.=) k.key_1
  AND c."merchant_id" OPERATOR(pg_catalog.=) k.key_2;
