-- Takes an article out of the ledger, and leaves a tombstone.

-- name: by_id
SELECT article, work, id, current FROM articles WHERE id = :target

-- name: by_address
SELECT DISTINCT a.work
FROM articles a LEFT JOIN sightings s USING (article) LEFT JOIN captures c ON c.capture = s.capture
WHERE :target IN (s.address, c.address, c.url, a.url, a.canonical_url)
UNION
SELECT work FROM works WHERE address = :target

-- name: versions
SELECT a.article, a.work, a.id, a.current, a.text, a.text_sha256, a.headline FROM articles a WHERE a.work = :work ORDER BY version

-- name: failed
SELECT f.failure, f.capture, c.sha256, c.address, c.url
FROM failures f LEFT JOIN captures c USING (capture)
WHERE :target IN (f.url, c.address, c.url)

-- name: stone
SELECT tombstone, id, why FROM tombstones WHERE id = :target

-- name: counts
SELECT 1 AS articles, (SELECT count(*) FROM readings r WHERE r.article = :article) AS readings,
       (SELECT count(*) FROM sightings s WHERE s.article = :article) AS captures,
       (SELECT count(*) FROM actors f WHERE f.article = :article) AS actors,
       (SELECT count(*) FROM times f WHERE f.article = :article) AS times,
       (SELECT count(*) FROM statements f WHERE f.article = :article) AS statements,
       (SELECT count(*) FROM events f WHERE f.article = :article) AS events,
       (SELECT count(*) FROM expectations f WHERE f.article = :article) AS expectations

-- name: readings
SELECT r.digest, r.record, m.made_by, r.text FROM readings r JOIN makers m USING (maker)
WHERE r.article = :article

-- name: captures
SELECT c.capture, c.sha256, c.address, c.url FROM captures c JOIN sightings s USING (capture)
WHERE s.article = :article

-- name: failed_there
SELECT c.capture, c.sha256, c.address, c.url FROM captures c JOIN failures f USING (capture)
WHERE c.address = :address OR c.url = :url

-- name: put_tombstones
INSERT INTO tombstones (
    id, text_sha256, digests, counts, why, scrubbed, run
) VALUES (
    :id, :text_sha256, :digests, :counts, :why, 0, :run
)
RETURNING tombstone

-- name: put_forgotten
INSERT INTO forgotten (sha256, tombstone) VALUES (:sha256, :tombstone) ON CONFLICT DO NOTHING

-- name: keys
SELECT DISTINCT key FROM actors WHERE article = :article

-- name: spelled
SELECT folded FROM spellings WHERE key = :key

-- name: named
SELECT x.name AS words, x.kind FROM actors x WHERE x.key = :key
UNION
SELECT n.words, NULL FROM actors x JOIN mentions n ON n.actor = x.id WHERE x.key = :key

-- name: drop_spelling
DELETE FROM spellings WHERE folded = :folded AND key = :key

-- name: rename_entity
UPDATE entities
SET name = (SELECT x.name FROM actors x WHERE x.key = :key ORDER BY length(x.name) DESC, x.name LIMIT 1)
WHERE key = :key

-- name: drop_successors
DELETE FROM successors WHERE before IN (SELECT value FROM json_each(:ids))
OR after IN (SELECT value FROM json_each(:ids))

-- name: drop_changes
DELETE FROM changes WHERE reading IN (SELECT reading FROM readings WHERE article = :article)

-- name: drop_readings
DELETE FROM readings WHERE article = :article

-- name: drop_sightings
DELETE FROM sightings WHERE article = :article

-- name: drop_ungrouped
DELETE FROM ungrouped WHERE article = :article

-- name: unsay_ties
-- What it shares with others is words of its own.
UPDATE story_reports SET why = NULL
WHERE story = (SELECT m.story FROM story_reports m JOIN reports r USING (place) WHERE r.article = :article)

-- name: leave_group
UPDATE reports SET article = NULL, features = '{}', mentions = NULL WHERE article = :article

-- name: drop_scheduled_keys
DELETE FROM scheduled_keys WHERE mention IN (
    SELECT s.mention FROM scheduled s JOIN reports r USING (place) WHERE r.article = :article
)

-- name: drop_scheduled
DELETE FROM scheduled WHERE place IN (SELECT place FROM reports WHERE article = :article)

-- name: drop_article
DELETE FROM articles WHERE article = :article

-- name: drop_failures
DELETE FROM failures WHERE capture = :capture

-- name: drop_failure
DELETE FROM failures WHERE failure = :failure

-- name: unname_capture
UPDATE articles SET capture = NULL WHERE capture = :capture

-- name: drop_capture
DELETE FROM captures WHERE capture = :capture

-- name: drop_bytes
DELETE FROM bytes WHERE sha256 = :sha256 AND NOT EXISTS (SELECT 1 FROM captures c WHERE c.sha256 = :sha256)

-- name: drop_work
DELETE FROM works WHERE work = :work AND NOT EXISTS (SELECT 1 FROM articles a WHERE a.work = :work)

-- name: unscrubbed
SELECT count(*) AS number FROM tombstones WHERE scrubbed = 0

-- name: scrubbed
UPDATE tombstones SET scrubbed = 1 WHERE scrubbed = 0
