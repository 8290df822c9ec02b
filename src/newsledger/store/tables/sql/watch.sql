-- What is watched.

-- name: add
INSERT INTO watched (
    kind, address, url, host, hops, moved, state, source, format, title, due, rhythm, looks, etag, modified, sha256,
    failures, status, reason, added_at, asked_at, good_at, listed
) VALUES (
    :kind, :address, :url, :host, :hops, :moved, :state, :source, :format, :title, :due, :rhythm, :looks, :etag, :modified,
    :sha256, :failures, :status, :reason, :added_at, :asked_at, :good_at, :listed
) ON CONFLICT (kind, address) DO NOTHING

-- name: set
UPDATE watched
SET url = :url, host = :host, hops = :hops, moved = :moved, state = :state, source = :source, format = :format,
    title = :title, due = :due, rhythm = :rhythm, looks = :looks, etag = :etag, modified = :modified, sha256 = :sha256,
    failures = :failures, status = :status, reason = :reason, asked_at = :asked_at, good_at = :good_at, listed = :listed
WHERE kind = :kind AND address = :address

-- name: move
UPDATE watched SET address = :after WHERE kind = 'source' AND address = :before

-- name: move_pages
UPDATE watched SET source = :after WHERE source = :before

-- name: free
INSERT INTO watched_hosts (host, free_at) VALUES (:host, :free_at)
ON CONFLICT (host) DO UPDATE SET free_at = excluded.free_at

-- name: hasten_watched
UPDATE watched SET due = :now WHERE due > :far

-- name: hasten_hosts
UPDATE watched_hosts SET free_at = :now WHERE free_at > :far

-- name: hasten_robots
UPDATE robots SET until = :now WHERE until > :far

-- name: claim
INSERT INTO watched_hosts (host, free_at) VALUES (:host, :free_at)
ON CONFLICT (host) DO UPDATE SET free_at = excluded.free_at WHERE watched_hosts.free_at <= :now
RETURNING host

-- name: put_robots
INSERT INTO robots (origin, url, hops, standing, text, until, failures)
VALUES (:origin, :url, :hops, :standing, :text, :until, :failures)
ON CONFLICT (origin) DO UPDATE SET url = excluded.url, hops = excluded.hops, standing = excluded.standing,
    text = excluded.text, until = excluded.until, failures = excluded.failures

-- name: put_arrival
INSERT INTO arrivals (address, url, packed, media_type, fetched_at, is_item)
VALUES (:address, :url, :packed, :media_type, :fetched_at, :is_item)
ON CONFLICT (address) DO UPDATE SET url = excluded.url, packed = excluded.packed, media_type = excluded.media_type,
    fetched_at = excluded.fetched_at, is_item = excluded.is_item

-- name: drop_arrival
DELETE FROM arrivals WHERE address = :address

-- name: sources
SELECT * FROM watched WHERE kind = 'source' ORDER BY address

-- name: one
SELECT * FROM watched WHERE kind = :kind AND address = :address

-- name: drop_source
DELETE FROM watched WHERE kind = 'source' AND address = :address

-- name: drop_pages
DELETE FROM watched
WHERE source = :address AND kind = 'page' AND state = 'active'
AND NOT EXISTS (SELECT 1 FROM arrivals a WHERE a.address = watched.address)

-- name: ready
WITH RECURSIVE waiting (host) AS (
    SELECT min(host) FROM watched WHERE due IS NOT NULL
    UNION ALL
    SELECT (SELECT min(w.host) FROM watched w WHERE w.due IS NOT NULL AND w.host > waiting.host)
    FROM waiting WHERE waiting.host IS NOT NULL
)
SELECT w.*
FROM waiting JOIN watched w ON w.watched = coalesce(
    (SELECT x.watched FROM watched x
     WHERE x.host = waiting.host AND x.kind = 'source' AND x.due <= :now ORDER BY x.due LIMIT 1),
    (SELECT x.watched FROM watched x
     WHERE x.host = waiting.host AND x.kind = 'page' AND x.due <= :now ORDER BY x.due LIMIT 1)
)
LEFT JOIN watched_hosts h ON h.host = waiting.host
WHERE waiting.host NOT IN (SELECT value FROM json_each(:busy)) AND coalesce(h.free_at, '') <= :now
ORDER BY w.due, w.watched
LIMIT :limit

-- name: soonest
WITH RECURSIVE waiting (host) AS (
    SELECT min(host) FROM watched WHERE due IS NOT NULL
    UNION ALL
    SELECT (SELECT min(w.host) FROM watched w WHERE w.due IS NOT NULL AND w.host > waiting.host)
    FROM waiting WHERE waiting.host IS NOT NULL
)
SELECT min(max(coalesce(h.free_at, ''), min(  -- sqlite
-- postgres: SELECT min(greatest(coalesce(h.free_at, ''), least(
    coalesce((SELECT min(x.due) FROM watched x WHERE x.host = waiting.host AND x.kind = 'source' AND x.due IS NOT NULL), '9'),
    coalesce((SELECT min(x.due) FROM watched x WHERE x.host = waiting.host AND x.kind = 'page' AND x.due IS NOT NULL), '9')
))) AS at
FROM waiting LEFT JOIN watched_hosts h ON h.host = waiting.host
WHERE waiting.host IS NOT NULL AND waiting.host NOT IN (SELECT value FROM json_each(:busy))

-- name: free_at
SELECT free_at FROM watched_hosts WHERE host = :host

-- name: known
SELECT k.value AS address FROM json_each(:addresses) k
WHERE EXISTS (SELECT 1 FROM watched w WHERE w.kind = 'page' AND w.address = k.value)
OR EXISTS (SELECT 1 FROM sightings s WHERE s.address = k.value)
OR EXISTS (SELECT 1 FROM works o WHERE o.address = k.value)

-- name: waiting
SELECT count(*) AS number FROM watched WHERE source = :source AND state = 'active' AND kind = 'page'

-- name: robots
SELECT * FROM robots WHERE origin = :origin

-- name: arrivals
SELECT address, url, packed, media_type, fetched_at, is_item FROM arrivals ORDER BY arrival LIMIT :limit

-- name: shows
SELECT 1 FROM articles a JOIN sightings s USING (article)
WHERE a.id = :id AND a.text_sha256 = :text_sha256 AND a.current = 1 AND s.address IS :address LIMIT 1

-- name: pages
SELECT source, state, count(*) AS number FROM watched WHERE kind = 'page' GROUP BY source, state

-- name: watched_at
SELECT address FROM watched WHERE kind = 'page' AND (address IN (SELECT value FROM json_each(:addresses))
OR url IN (SELECT value FROM json_each(:addresses)))

-- name: drop_forgotten
DELETE FROM watched WHERE kind = 'page' AND address = :hash AND address <> :address

-- name: forget
UPDATE watched
SET address = :hash, url = '', host = '', moved = NULL, state = 'forgotten', title = NULL, due = NULL, etag = NULL,
    modified = NULL, sha256 = NULL, reason = NULL, listed = NULL
WHERE kind = 'page' AND address = :address
