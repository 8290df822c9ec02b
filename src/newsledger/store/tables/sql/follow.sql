-- What became of findings from version to version and from reading to reading.

-- name: current_record
SELECT r.record, m.made_by, a.text
FROM articles a JOIN readings r ON r.article = a.article AND r.current = 1 JOIN makers m USING (maker)
WHERE a.article = :article

-- name: put_changes
INSERT INTO changes (
    reading, cause, kind, finding, what, fields, rule_before, rule_after
) VALUES (
    :reading, :cause, :kind, :finding, :what, :fields, :rule_before, :rule_after
)

-- name: put_successors
INSERT INTO successors (
    before, after, kind
) VALUES (
    :before, :after, :kind
)
ON CONFLICT (before) DO UPDATE SET after = excluded.after

-- name: resolve
-- An id that is there stands for itself; else the first on its way that is; else the last. A page may go back to
-- an older text, so that the way may be a circle: it is left after as many steps as no page has versions.
WITH RECURSIVE way (id, steps) AS (
    SELECT :id, 0  -- sqlite
-- postgres: SELECT CAST(:id AS text) COLLATE "C", 0
    UNION ALL
    SELECT s.after, steps + 1 FROM way JOIN successors s ON s.before = way.id WHERE steps < 1000
), found AS (
    SELECT id, steps,
           EXISTS (SELECT 1 FROM statements f WHERE f.id = way.id)
           OR EXISTS (SELECT 1 FROM events f WHERE f.id = way.id)
           OR EXISTS (SELECT 1 FROM expectations f WHERE f.id = way.id)
           OR EXISTS (SELECT 1 FROM actors f WHERE f.id = way.id)
           OR EXISTS (SELECT 1 FROM times f WHERE f.id = way.id) AS there
    FROM way
)
SELECT id FROM found
ORDER BY there DESC, CASE WHEN there THEN steps ELSE -steps END
LIMIT 1

-- name: outdated
SELECT a.article, a.id, c.key, c.sha256, c.size, b.packed, c.address, c.url, c.kind, c.media_type, c.published,
       c.fetched_at, c.notes
FROM articles a
JOIN readings r ON r.article = a.article AND r.current = 1
JOIN makers m USING (maker)
LEFT JOIN captures c USING (capture)
LEFT JOIN bytes b ON b.sha256 = c.sha256 AND c.kept = 1
WHERE a.current = 1 AND a.article > :after AND m.digest <> :maker
ORDER BY a.article
LIMIT :limit

-- name: count_outdated
SELECT count(*) AS number
FROM articles a JOIN readings r ON r.article = a.article AND r.current = 1 JOIN makers m USING (maker)
WHERE a.current = 1 AND m.digest <> :maker

-- name: article
SELECT article, id, work, version, current, capture, text, text_sha256 FROM articles WHERE id = :id

-- name: keep_text
UPDATE readings SET text = :text WHERE article = :article AND text IS NULL

-- name: renew_article
UPDATE articles SET
    headline = :headline, standfirst = :standfirst, body = :body, captions = :captions, blocks = :blocks,
    byline = :byline, publisher = :publisher, origin = :origin, section = :section, url = :url,
    canonical_url = :canonical_url, published = :published, earliest = :earliest, latest = :latest,
    published_basis = :published_basis, modified = :modified, language = :language, complete = :complete,
-- postgres: texts = ARRAY[:folded_headline, :folded_standfirst, :folded_body, :folded_captions, :folded_byline, :folded_publisher],
    text = :text, text_sha256 = :text_sha256
WHERE article = :article

-- name: moved_sighting
UPDATE sightings SET article = :article WHERE capture = :capture

-- name: join_works
UPDATE articles
SET work = :work, current = 0,
    version = version + (SELECT max(o.version) FROM articles o WHERE o.work = :work)
WHERE work = :old

-- name: drop_work
DELETE FROM works WHERE work = :old

-- name: same_reading
SELECT reading FROM readings WHERE article = :article AND digest = :digest

-- name: revive_reading
UPDATE readings SET current = 1 WHERE reading = :reading

-- name: rules
SELECT c.kind, coalesce(c.rule_after, c.rule_before) AS rule, c.what, c.fields, count(*) AS number
FROM changes c JOIN readings r USING (reading) JOIN makers m USING (maker)
WHERE m.digest = :maker AND c.cause = 'reader'
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2
