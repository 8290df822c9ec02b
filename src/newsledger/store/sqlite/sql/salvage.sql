-- What saving a damaged ledger asks of a new one.

-- name: keyed
SELECT wr FROM pragma_table_list WHERE name = :table AND schema = 'main'

-- name: columns
SELECT name, type, "notnull", pk FROM pragma_table_xinfo(:table) WHERE hidden = 0

-- name: drop_sequence
DELETE FROM sqlite_sequence WHERE name = :name

-- name: put_sequence
-- Rows that tombstones account for had numbers, too.
INSERT INTO sqlite_sequence (name, seq)
SELECT :name, coalesce(sum(json_extract(counts, '$.' || :name)), 0) + :there FROM tombstones

-- name: many_current
-- Of each article its newest version stands, where the one that stood was lost, or another seems to stand, too.
UPDATE articles SET current = version = (SELECT max(o.version) FROM articles o WHERE o.work = articles.work)
WHERE work IN (SELECT work FROM articles GROUP BY work HAVING sum(current) <> 1)

-- name: current
SELECT a.article, r.record, m.made_by, a.text
FROM articles a JOIN readings r ON r.article = a.article AND r.current = 1 JOIN makers m USING (maker)
WHERE a.current = 1
ORDER BY a.article

-- name: unread
-- Captures of which nothing came that was saved.
SELECT c.capture, c.key, c.url, c.sha256, c.kept FROM captures c
WHERE NOT EXISTS (SELECT 1 FROM sightings s WHERE s.capture = c.capture)
AND NOT EXISTS (SELECT 1 FROM failures f WHERE f.capture = c.capture)

-- name: reading_text
UPDATE readings SET text = :text, current = :current WHERE reading = :reading

-- name: there
SELECT count(*) AS number FROM "{table}"

-- name: forgotten
SELECT coalesce(sum(json_extract(counts, '$.articles')), 0) AS number FROM tombstones
