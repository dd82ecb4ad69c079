-- Lock: Queues behind other loads of the same target.
SELECT pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('"features"."latest_v1"', 0));

-- LockTable: Keeps the table as it is until the commit.
LOCK TABLE "features"."latest_v1" IN ROW EXCLUSIVE MODE;

-- CreateStage: Takes the source's rows, in source order.
CREATE TEMPORARY TABLE ematix_stage (
    "country" text COLLATE "C",
    "merchant_id" uuid,
    "tier" text COLLATE "C",
    "since" date,
    "scores" double precision[]
) ON COMMIT DROP;

-- Inspect: Counts the staged rows, those that break a check, and finds the newest event.
SELECT
    count(*),
    count(*) FILTER (WHERE
           s."country" IS NULL OR s."merchant_id" IS NULL
       OR char_length(s."country") > 2
       OR s."tier" IS NULL
       OR s."tier" NOT IN ('Free', 'Paid')
       OR s."since" < '0001-01-01' OR s."since" >= '10000-01-01'
       OR array_ndims(s."scores") > 1 OR array_lower(s."scores", 1) <> 1
       OR EXISTS (SELECT FROM unnest(s."scores") AS e WHERE e IS NULL)),
    NULL::timestamptz,
    count(DISTINCT hash_record_extended(ROW(s."country", s."merchant_id"), 0))
FROM pg_temp.ematix_stage AS s;

-- Clock: The database's clock, read under the lock, and the time of the last committed load.
SELECT clock_timestamp(), (SELECT f.last_synced_at FROM ematix_flow.feature_views AS f WHERE f.name = $1);

-- Reduce: Converts values to the columns' types and keeps the rows that count. Run where rows may be repeated; else the stage becomes the batch as it is.
CREATE TEMPORARY TABLE ematix_batch ON COMMIT DROP AS
SELECT DISTINCT s."country"::varchar(2) AS "country", s."merchant_id", s."tier", s."since", s."scores"
FROM pg_temp.ematix_stage AS s;

-- Duplicates: Finds keys with differing rows: they refuse the load.
SELECT count(*) OVER (), ARRAY[b."country"::text, b."merchant_id"::text]::text[]
FROM pg_temp.ematix_batch AS b
GROUP BY b."country", b."merchant_id"
HAVING count(*) > 1
LIMIT 5;

-- Delete: Removes all rows: the source replaces them.
DELETE FROM "features"."latest_v1";

-- Insert: Writes the new versions or rows. Parameters: the load time, the batch id.
INSERT INTO "features"."latest_v1" (
    "country", "merchant_id", "tier", "since", "scores", _loaded_at, _batch_id)
SELECT
    b."country", b."merchant_id", b."tier", b."since", b."scores", $1, $2
FROM pg_temp.ematix_batch AS b;
