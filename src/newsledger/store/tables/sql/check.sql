-- What a ledger must be, and all that it holds.

-- name: sums
-- Numbers that were given, rows that are there, and rows that tombstones account for.
SELECT t.name, t.there,
       coalesce((SELECT s.seq FROM sqlite_sequence s WHERE s.name = t.name), 0) AS given,  -- sqlite
       (SELECT coalesce(sum(json_extract(counts, '$.' || t.name)), 0) FROM tombstones) AS forgotten  -- sqlite
-- postgres: coalesce((SELECT s.seq FROM given s WHERE s.name = t.name), 0) AS given,
-- postgres: (SELECT coalesce(sum(CAST(CAST(counts AS jsonb) ->> t.name AS bigint)), 0) FROM tombstones) AS forgotten
FROM (
    SELECT 'articles' AS name, (SELECT count(*) FROM articles) AS there
    UNION ALL SELECT 'captures', (SELECT count(*) FROM captures)
    UNION ALL SELECT 'readings', (SELECT count(*) FROM readings)
    UNION ALL SELECT 'tombstones', (SELECT count(*) FROM tombstones)
) t

-- name: tally
SELECT (SELECT count(*) FROM works) AS works, (SELECT count(*) FROM articles) AS articles,
       (SELECT count(*) FROM articles WHERE current = 1) AS current,
       (SELECT count(*) FROM readings) AS readings, (SELECT count(*) FROM captures) AS captures,
       (SELECT count(*) FROM captures WHERE kept = 0) AS unkept,
       (SELECT count(*) FROM failures) AS failures, (SELECT count(*) FROM tombstones) AS tombstones

-- name: works
SELECT w.work, count(a.article) AS versions, coalesce(sum(a.current), 0) AS current
FROM works w LEFT JOIN articles a USING (work)
GROUP BY w.work
HAVING coalesce(sum(a.current), 0) <> 1

-- name: unread
SELECT a.id, coalesce(sum(r.current), 0) AS current
FROM articles a LEFT JOIN readings r USING (article)
GROUP BY a.article
HAVING coalesce(sum(r.current), 0) <> 1

-- name: past
SELECT DISTINCT a.id
FROM articles a
WHERE a.current = 0 AND (
    EXISTS (SELECT 1 FROM actors f WHERE f.article = a.article)
    OR EXISTS (SELECT 1 FROM times f WHERE f.article = a.article)
    OR EXISTS (SELECT 1 FROM statements f WHERE f.article = a.article)
    OR EXISTS (SELECT 1 FROM events f WHERE f.article = a.article)
    OR EXISTS (SELECT 1 FROM expectations f WHERE f.article = a.article)
)

-- name: entities
SELECT key FROM (
    SELECT key, articles, mentions, acted, received, said FROM entities
    EXCEPT
    SELECT x.key, count(DISTINCT x.article), sum(x.mentions),
           (SELECT count(*) FROM parties p WHERE p.key = x.key AND p.first = 1 AND p.role = 'actor'),
           (SELECT count(*) FROM parties p WHERE p.key = x.key AND p.first = 1 AND p.role = 'recipient'),
           (SELECT count(*) FROM statements s WHERE s.actor_key = x.key)
    FROM actors x
    GROUP BY x.key
) amiss
UNION
SELECT key FROM actors WHERE key NOT IN (SELECT key FROM entities)

-- name: tallies
SELECT DISTINCT day FROM (
    SELECT * FROM (
        SELECT day, event_type, standing, happenings, mentions FROM tallies
        EXCEPT
        SELECT coalesce(day, ''), event_type, standing, count(*), sum(mentions)
        FROM events WHERE same_as IS NULL GROUP BY 1, 2, 3
    ) too_many
    UNION
    SELECT * FROM (
        SELECT coalesce(day, ''), event_type, standing, count(*), sum(mentions)
        FROM events WHERE same_as IS NULL GROUP BY 1, 2, 3
        EXCEPT
        SELECT day, event_type, standing, happenings, mentions FROM tallies
    ) too_few
) amiss

-- name: shares
WITH wanted AS (counted)
SELECT DISTINCT kind, value FROM (
    SELECT * FROM (SELECT kind, value, other, happenings, mentions FROM shares EXCEPT SELECT * FROM wanted) too_many
    UNION
    SELECT * FROM (SELECT * FROM wanted EXCEPT SELECT kind, value, other, happenings, mentions FROM shares) too_few
) amiss

-- name: spots
WITH wanted AS (
    SELECT coalesce(e.latitude, 999) AS latitude, coalesce(e.longitude, 999) AS longitude,
           coalesce(e.place, '') AS place, coalesce(e.place_country, '') AS country, count(*) AS happenings
    FROM events e
    WHERE e.same_as IS NULL AND (e.confidence IS NULL OR e.confidence >= :least)
    GROUP BY 1, 2, 3, 4
)
SELECT DISTINCT place, country FROM (
    SELECT * FROM (SELECT latitude, longitude, place, country, happenings FROM spots EXCEPT SELECT * FROM wanted) too_many
    UNION
    SELECT * FROM (SELECT * FROM wanted EXCEPT SELECT latitude, longitude, place, country, happenings FROM spots) too_few
) amiss

-- name: strays
SELECT DISTINCT b.key FROM about b
WHERE b.ordinal NOT IN (SELECT s.ordinal FROM statements s) OR b.key NOT IN (SELECT x.key FROM actors x)

-- name: places
SELECT DISTINCT p.event FROM parties p JOIN events e ON e.id = p.event WHERE p.ordinal <> e.ordinal

-- name: makers_named
SELECT digest FROM makers
WHERE json_valid(made_by) AND version IS NOT json_extract(made_by, '$.version')  -- sqlite
-- postgres: WHERE version <> version_in(made_by)

-- name: addresses
-- A work has the address of its first version, which is one at which it was seen.
SELECT w.work, w.address FROM works w
WHERE EXISTS (SELECT 1 FROM articles a JOIN sightings s USING (article) WHERE a.work = w.work AND a.version = 1)
AND NOT EXISTS (
    SELECT 1 FROM articles a JOIN sightings s USING (article) WHERE a.work = w.work AND s.address IS w.address
)

-- name: unseen
SELECT c.capture, c.url FROM captures c
WHERE NOT EXISTS (SELECT 1 FROM sightings s WHERE s.capture = c.capture)
AND NOT EXISTS (SELECT 1 FROM failures f WHERE f.capture = c.capture)

-- name: unowned
SELECT b.sha256 FROM bytes b WHERE NOT EXISTS (SELECT 1 FROM captures c WHERE c.sha256 = b.sha256)

-- name: back
SELECT t.tombstone, t.id FROM tombstones t
WHERE EXISTS (SELECT 1 FROM articles a WHERE a.id = t.id)
OR EXISTS (
    SELECT 1 FROM forgotten g WHERE g.tombstone = t.tombstone AND (
        EXISTS (SELECT 1 FROM bytes b WHERE b.sha256 = g.sha256)
        OR EXISTS (SELECT 1 FROM captures c WHERE c.sha256 = g.sha256)
    )
)

-- name: unscrubbed
SELECT count(*) AS number FROM tombstones WHERE scrubbed = 0

-- name: makers
SELECT digest, made_by FROM makers

-- name: captures
SELECT c.*, b.packed, b.size AS packed_size, a.id AS article, s.address AS seen_at, n.version AS seen_by,
       CASE WHEN a.capture = c.capture THEN a.text_sha256 END AS text_sha256, m.made_by
FROM captures c
LEFT JOIN bytes b USING (sha256)
LEFT JOIN sightings s USING (capture)
LEFT JOIN runs n ON n.run = c.run
LEFT JOIN articles a ON a.article = s.article
LEFT JOIN readings r ON r.article = a.article AND r.current = 1
LEFT JOIN makers m USING (maker)
ORDER BY c.capture

-- name: readings
SELECT r.reading, r.digest, r.record, r.current = 1 AND a.current = 1 AS is_current, r.text AS reading_text, m.made_by,
       m.digest AS maker_digest, a.*
FROM readings r JOIN articles a USING (article) JOIN makers m USING (maker)
ORDER BY a.article, r.reading

-- name: rows_actors
SELECT * FROM actors WHERE article = (SELECT article FROM articles WHERE id = :id)

-- name: spellings
SELECT s.folded, s.key
FROM json_each(:wanted) j CROSS JOIN spellings s
    ON s.folded = json_extract(j.value, '$[0]') AND s.key = json_extract(j.value, '$[1]')  -- sqlite
-- postgres: ON s.folded = text_at(j.value, 0) AND s.key = text_at(j.value, 1)

-- name: rows_mentions
SELECT n.* FROM mentions n JOIN actors x ON x.id = n.actor
WHERE x.article = (SELECT article FROM articles WHERE id = :id)

-- name: rows_times
SELECT * FROM times WHERE article = (SELECT article FROM articles WHERE id = :id)

-- name: rows_statements
SELECT * FROM statements WHERE article = (SELECT article FROM articles WHERE id = :id)

-- name: rows_about
SELECT s.id AS statement, b.*
FROM (SELECT DISTINCT key, article FROM actors WHERE article = (SELECT article FROM articles WHERE id = :id)) x
JOIN statements s ON s.article = x.article
CROSS JOIN about b ON b.key = x.key AND b.ordinal = s.ordinal

-- name: rows_events
SELECT * FROM events WHERE article = (SELECT article FROM articles WHERE id = :id)

-- name: rows_parties
SELECT p.* FROM parties p JOIN events e ON e.id = p.event
WHERE e.article = (SELECT article FROM articles WHERE id = :id)

-- name: rows_numbers
SELECT n.* FROM numbers n JOIN events e ON e.id = n.event
WHERE e.article = (SELECT article FROM articles WHERE id = :id)

-- name: rows_expectations
SELECT * FROM expectations WHERE article = (SELECT article FROM articles WHERE id = :id)

-- name: rows_awaited
SELECT w.* FROM awaited w JOIN expectations x ON x.id = w.expectation
WHERE x.article = (SELECT article FROM articles WHERE id = :id)
