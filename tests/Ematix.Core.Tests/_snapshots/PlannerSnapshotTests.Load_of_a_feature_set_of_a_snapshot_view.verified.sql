-- Lock: Queues behind other loads of the same target.
SELECT pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('"features"."merchant_profile_v2"', 0));

-- LockTable: Keeps the table as it is until the commit.
LOCK TABLE "features"."merchant_profile_v2" IN ROW EXCLUSIVE MODE;

-- CreateStage: Takes the source's rows, in source order.
CREATE TEMPORARY TABLE ematix_stage (
    "country" text COLLATE "C",
    "merchant_id" uuid,
    "tier" text COLLATE "C"
) ON COMMIT DROP;

-- Inspect: Counts the staged rows, those that break a check, and finds the newest event.
SELECT
    count(*),
    count(*) FILTER (WHERE
           s."country" IS NULL OR s."merchant_id" IS NULL
       OR char_length(s."country") > 2
       OR s."tier" IS NULL
       OR s."tier" NOT IN ('Free', 'Paid')),
    NULL::timestamptz,
    count(DISTINCT hash_record_extended(ROW(s."country", s."merchant_id"), 0))
FROM pg_temp.ematix_stage AS s;

-- Clock: The database's clock, read under the lock, and the time of the last committed load.
SELECT clock_timestamp(), (SELECT f.last_synced_at FROM ematix_flow.feature_views AS f WHERE f.name = $1);

-- Reduce: Converts values to the columns' types and keeps the rows that count. Run where rows may be repeated; else the stage becomes the batch as it is.
CREATE TEMPORARY TABLE ematix_batch ON COMMIT DROP AS
SELECT DISTINCT s."country"::varchar(2) AS "country", s."merchant_id", s."tier"
FROM pg_temp.ematix_stage AS s;

-- Duplicates: Finds keys with differing rows: they refuse the load.
SELECT count(*) OVER (), ARRAY[b."country"::text, b."merchant_id"::text]::text[]
FROM pg_temp.ematix_batch AS b
GROUP BY b."country", b."merchant_id"
HAVING count(*) > 1
LIMIT 5;

-- FindChanges: Keeps the rows that change something, each with the row that it closes or updates. Parameters of a snapshot view: the load time, the time to live.
CREATE TEMPORARY TABLE ematix_change ON COMMIT DROP AS
SELECT b.*, c.ctid AS _ematix_closes, NOT (b."tier" IS DISTINCT FROM c."tier") AS _ematix_renews,
       CASE WHEN ($3::interval IS NULL OR $1::timestamptz - c.valid_from <= $3::interval) THEN c."since" END AS "since",
       CASE WHEN ($3::interval IS NULL OR $1::timestamptz - c.valid_from <= $3::interval) THEN c."scores" END AS "scores"
FROM pg_temp.ematix_batch AS b
LEFT JOIN "features"."merchant_profile_v2" AS c
  ON c."country" = b."country"
  AND c."merchant_id" = b."merchant_id"
  AND c.is_current
WHERE c.ctid IS NULL
   OR b."tier" IS DISTINCT FROM c."tier"
   OR ($1::timestamptz - c.valid_from) + ($1::timestamptz - c.valid_from) > $2::interval;

-- Close: Ends the versions that the changes follow or replace. Parameter of a snapshot view: the load time.
UPDATE "features"."merchant_profile_v2" AS t
SET valid_to = $1, is_current = false, _closed_by = CASE WHEN c._ematix_renews THEN 'renewal' ELSE 'next' END
FROM pg_temp.ematix_change AS c
WHERE t.ctid = c._ematix_closes;

-- Insert: Writes the new versions or rows. Parameters: the load time, the batch id.
INSERT INTO "features"."merchant_profile_v2" (
    "country", "merchant_id", "tier", "since", "scores", valid_from, valid_to, is_current, row_hash,
    _loaded_at, _batch_id, _closed_by)
SELECT
    c."country", c."merchant_id", c."tier", c."since", c."scores",
    $1, NULL, true,
    hash_record_extended(ROW(c."tier"), 0),
    $1, $2, NULL
FROM pg_temp.ematix_change AS c;
