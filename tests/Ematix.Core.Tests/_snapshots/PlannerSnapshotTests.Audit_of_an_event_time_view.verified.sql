-- I1: A key has at most one current version.
SELECT count(*) OVER (), ARRAY[t."user_id"::text]::text[]
FROM "features"."user_features_v1" AS t
WHERE t.is_current
GROUP BY t."user_id"
HAVING count(*) > 1
LIMIT 5;

-- I2: A version is current exactly while it is open, and does not end before it starts.
SELECT count(*) OVER (), ARRAY[t."user_id"::text]::text[]
FROM "features"."user_features_v1" AS t
WHERE t.is_current <> (t.valid_to IS NULL) OR t.valid_to < t.valid_from
LIMIT 5;

-- I3: Visible versions of a key never overlap, and touch, except after one closed by a delete or the time to live.
SELECT count(*) OVER (), ARRAY[t."user_id"::text]::text[]
FROM (
        SELECT h.*, lead(h.valid_from) OVER (
            PARTITION BY h."user_id" ORDER BY h.valid_from) AS _ematix_next
        FROM "features"."user_features_v1" AS h
        WHERE (h.valid_to IS NULL OR h.valid_to > h.valid_from)
    ) AS t
WHERE t._ematix_next IS NOT NULL
  AND (t.valid_to IS NULL OR t.valid_to > t._ematix_next
       OR t.valid_to < t._ematix_next AND t._closed_by NOT IN ('delete', 'ttl'))
LIMIT 5;

-- I5: No key is NULL.
SELECT count(*) OVER (), ARRAY[t."user_id"::text]::text[]
FROM "features"."user_features_v1" AS t
WHERE t."user_id" IS NULL
LIMIT 5;
