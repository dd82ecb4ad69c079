-- Lock: Queues behind other loads of the same target.
SELECT pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('"features"."user_features_v1"', 0));

-- LockTable: Keeps the table as it is until the commit.
LOCK TABLE "features"."user_features_v1" IN ROW EXCLUSIVE MODE;

-- CreateStage: Takes the source's rows, in source order.
CREATE TEMPORARY TABLE ematix_stage (
    "user_id" bigint,
    "total_purchases" bigint,
    "avg_order_value" numeric,
    "last_purchase_at" timestamptz
) ON COMMIT DROP;

-- Inspect: Counts the staged rows, those that break a check, and finds the newest event.
SELECT
    count(*),
    count(*) FILTER (WHERE
           s."user_id" IS NULL
       OR s."avg_order_value" >= 99999999.995 OR s."avg_order_value" <= -99999999.995
       OR s."last_purchase_at" IS NULL
       OR s."last_purchase_at" < '0001-01-01 00:00:00+00' OR s."last_purchase_at" >= '10000-01-01 00:00:00+00'),
    max(s."last_purchase_at"),
    count(DISTINCT hash_record_extended(ROW(s."user_id", s."last_purchase_at"), 0))
FROM pg_temp.ematix_stage AS s;

-- Clock: The database's clock, read under the lock, and the time of the last committed load.
SELECT clock_timestamp(), (SELECT f.last_synced_at FROM ematix_flow.feature_views AS f WHERE f.name = $1);

-- Reduce: Converts values to the columns' types and keeps the rows that count. Run where rows may be repeated; else the stage becomes the batch as it is.
CREATE TEMPORARY TABLE ematix_batch ON COMMIT DROP AS
SELECT DISTINCT ON (s."user_id", s."last_purchase_at")
    s."user_id", s."total_purchases", s."avg_order_value"::numeric(10,2) AS "avg_order_value",
    s."last_purchase_at"
FROM pg_temp.ematix_stage AS s
ORDER BY s."user_id", s."last_purchase_at", s.ctid DESC;

-- FindChanges: Keeps the rows that change something, each with the row that it closes or updates. Parameters of a snapshot view: the load time, the time to live.
CREATE TEMPORARY TABLE ematix_change ON COMMIT DROP AS
SELECT b.*, v._ematix_place AS _ematix_follows, later.valid_from AS _ematix_next
FROM pg_temp.ematix_batch AS b
LEFT JOIN "features"."user_features_v1" AS c
  ON c."user_id" = b."user_id"
  AND c.is_current
LEFT JOIN LATERAL (
    SELECT h.ctid AS _ematix_place, h.valid_from, h."total_purchases", h."avg_order_value",
           h."last_purchase_at"
    FROM "features"."user_features_v1" AS h
    WHERE (c.ctid IS NULL OR c.valid_from > b."last_purchase_at")
      AND h."user_id" = b."user_id"
      AND h.valid_from <= b."last_purchase_at"
      AND (h.valid_to IS NULL OR h.valid_to > h.valid_from)
    ORDER BY h.valid_from DESC
    LIMIT 1
) AS earlier ON true
LEFT JOIN LATERAL (
    SELECT h.valid_from
    FROM "features"."user_features_v1" AS h
    WHERE (c.ctid IS NULL OR c.valid_from > b."last_purchase_at")
      AND h."user_id" = b."user_id"
      AND h.valid_from > b."last_purchase_at"
      AND (h.valid_to IS NULL OR h.valid_to > h.valid_from)
    ORDER BY h.valid_from
    LIMIT 1
) AS later ON true
CROSS JOIN LATERAL (
    SELECT c.ctid AS _ematix_place, c.valid_from, c."total_purchases", c."avg_order_value",
           c."last_purchase_at"
    WHERE NOT (c.ctid IS NULL OR c.valid_from > b."last_purchase_at")
    UNION ALL
    SELECT earlier._ematix_place, earlier.valid_from, earlier."total_purchases",
           earlier."avg_order_value", earlier."last_purchase_at"
    WHERE (c.ctid IS NULL OR c.valid_from > b."last_purchase_at")
) AS v
WHERE v._ematix_place IS NULL
   OR v.valid_from < b."last_purchase_at"
   OR b."total_purchases" IS DISTINCT FROM v."total_purchases"
   OR (b."avg_order_value" IS DISTINCT FROM v."avg_order_value" AND b."avg_order_value"::numeric(10,2) IS DISTINCT FROM v."avg_order_value")
   OR b."last_purchase_at" IS DISTINCT FROM v."last_purchase_at";

-- LateEvents: Finds rows older than what their key has: they refuse the load.
SELECT count(*) OVER (), ARRAY[c."user_id"::text]::text[], c."last_purchase_at", c._ematix_next
FROM pg_temp.ematix_change AS c
WHERE c._ematix_next IS NOT NULL
ORDER BY c."user_id", c."last_purchase_at"
LIMIT 5;

-- Close: Ends the versions that the changes follow or replace. Parameter of a snapshot view: the load time.
UPDATE "features"."user_features_v1" AS t
SET valid_to = least(t.valid_to, e.first_event),
    is_current = false,
    _closed_by = CASE WHEN t.valid_to <= e.first_event THEN t._closed_by ELSE 'next' END
FROM (
    SELECT c._ematix_follows, min(c."last_purchase_at") AS first_event
    FROM pg_temp.ematix_change AS c
    WHERE c._ematix_follows IS NOT NULL
    GROUP BY c._ematix_follows
) AS e
WHERE t.ctid = e._ematix_follows
  AND (t.valid_to IS NULL OR t.valid_to > e.first_event);

-- Insert: Writes the new versions or rows. Parameters: the load time, the batch id.
INSERT INTO "features"."user_features_v1" (
    "user_id", "total_purchases", "avg_order_value", "last_purchase_at", valid_from, valid_to,
    is_current, row_hash, _loaded_at, _batch_id, _closed_by)
SELECT
    c."user_id", c."total_purchases", c."avg_order_value", c."last_purchase_at",
    c."last_purchase_at", c._ematix_ends, c._ematix_ends IS NULL,
    hash_record_extended(ROW(c."total_purchases", c."avg_order_value"::numeric(10,2), c."last_purchase_at"), 0),
    $1, $2, CASE WHEN c._ematix_ends IS NOT NULL THEN 'next' END
FROM (
    SELECT c.*, least(c._ematix_next, lead(c."last_purchase_at") OVER (
        PARTITION BY c."user_id" ORDER BY c."last_purchase_at")) AS _ematix_ends
    FROM pg_temp.ematix_change AS c
) AS c;

-- Expire: Ends the open versions that outlived the time to live. Parameters: the load time, the time to live.
UPDATE "features"."user_features_v1" AS t
SET valid_to = $1, is_current = false, _closed_by = 'ttl'
WHERE t.is_current
  AND $1 - t.valid_from > $2::interval;

-- RefreshOnline: Brings the online snapshot up to date, where the load changed something.
REFRESH MATERIALIZED VIEW CONCURRENTLY "features"."user_features_v1__online";
