-- I1: A key has at most one current version.
SELECT count(*) OVER (), ARRAY[t."country"::text, t."merchant_id"::text]::text[]
FROM "features"."merchant_profile_v2" AS t
WHERE t.is_current
GROUP BY t."country", t."merchant_id"
HAVING count(*) > 1
LIMIT 5;

-- I2: A version is current exactly while it is open, and does not end before it starts.
SELECT count(*) OVER (), ARRAY[t."country"::text, t."merchant_id"::text]::text[]
FROM "features"."merchant_profile_v2" AS t
WHERE t.is_current <> (t.valid_to IS NULL) OR t.valid_to < t.valid_from
LIMIT 5;

-- I3: Visible versions of a key never overlap, and touch, except after one closed by a delete or the time to live.
SELECT count(*) OVER (), ARRAY[t."country"::text, t."merchant_id"::text]::text[]
FROM (
        SELECT h.*, lead(h.valid_from) OVER (
            PARTITION BY h."country", h."merchant_id" ORDER BY h.valid_from) AS _ematix_next
        FROM "features"."merchant_profile_v2" AS h
        WHERE (h.valid_to IS NULL OR h.valid_to > h.valid_from)
    ) AS t
WHERE t._ematix_next IS NOT NULL
  AND (t.valid_to IS NULL OR t.valid_to > t._ematix_next
       OR t.valid_to < t._ematix_next AND t._closed_by NOT IN ('delete', 'ttl'))
LIMIT 5;

-- I4: Versions that touch differ in a compared column, unless the first was closed by a renewal.
SELECT count(*) OVER (), ARRAY[t."country"::text, t."merchant_id"::text]::text[]
FROM (
        SELECT h.*, lead(h.valid_from) OVER (
            PARTITION BY h."country", h."merchant_id" ORDER BY h.valid_from) AS _ematix_next
        FROM "features"."merchant_profile_v2" AS h
        WHERE (h.valid_to IS NULL OR h.valid_to > h.valid_from)
    ) AS t
JOIN "features"."merchant_profile_v2" AS n
  ON n."country" = t."country"
  AND n."merchant_id" = t."merchant_id"
  AND n.valid_from = t._ematix_next
  AND (n.valid_to IS NULL OR n.valid_to > n.valid_from)
WHERE t.valid_to = t._ematix_next
  AND t._closed_by <> 'renewal'
  AND NOT (t."tier" IS DISTINCT FROM n."tier"
       OR t."since" IS DISTINCT FROM n."since"
       OR t."scores" IS DISTINCT FROM n."scores")
LIMIT 5;

-- I5: No key is NULL.
SELECT count(*) OVER (), ARRAY[t."country"::text, t."merchant_id"::text]::text[]
FROM "features"."merchant_profile_v2" AS t
WHERE t."country" IS NULL
   OR t."merchant_id" IS NULL
LIMIT 5;
