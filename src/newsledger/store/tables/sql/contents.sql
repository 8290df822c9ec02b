-- What there is, told shortly, for whoever makes a page of each thing.

-- name: articles
SELECT a.id, a.published, r.digest, a.version, s.id AS story, coalesce(s.articles, 0) AS together
FROM articles a JOIN readings r ON r.article = a.article AND r.current = 1
LEFT JOIN reports p ON p.article = a.article LEFT JOIN story_reports m USING (place) LEFT JOIN stories s USING (story)
WHERE a.current = 1
ORDER BY a.ordinal DESC

-- name: members
SELECT s.id AS story, a.id AS article, p.original, m.why
FROM stories s JOIN story_reports m USING (story) JOIN reports p USING (place) JOIN articles a USING (article)
WHERE s.articles > 1
ORDER BY s.story, m.place

-- name: chains
SELECT c.*, c.articles > 1 AS is_shared,
       (SELECT json_group_array(t.id)  -- sqlite
-- postgres: (SELECT coalesce(CAST(json_agg(t.id) AS text), '[]')
        FROM chain_stories o JOIN stories t USING (story) WHERE o.chain = c.chain) AS stories
FROM stories s CROSS JOIN chains c USING (story)
WHERE s.articles > 1 OR c.articles > 1
ORDER BY s.story, c.id

-- name: mentions
SELECT c.id AS chain_id, a.id AS article, p.original
FROM chains c CROSS JOIN chain_mentions m ON m.chain = c.chain JOIN reports p ON p.place = m.place
JOIN articles a ON a.article = p.article
WHERE c.articles > 1
ORDER BY c.chain, m.mention

-- name: cast
SELECT a.id AS article, coalesce(m.head, x.key) AS head
FROM actors x JOIN articles a USING (article) LEFT JOIN person_entities m ON m.key = x.key
WHERE a.current = 1

-- name: judged
SELECT a.id AS article, g.finding, g.other, g.verdict, c.field, c.value, c.id AS correction
FROM judgements g JOIN corrections c ON c.correction = g.correction
LEFT JOIN events e ON e.id = g.finding LEFT JOIN statements t ON t.id = g.finding
LEFT JOIN expectations x ON x.id = g.finding LEFT JOIN actors w ON w.id = g.finding
JOIN articles a ON a.article = coalesce(e.article, t.article, x.article, w.article)
ORDER BY a.id, c.id

-- name: heads
SELECT key, head FROM person_entities

-- name: awaited
SELECT DISTINCT coalesce(m.head, p.key) AS head, c.id, c.state, c.since, c.latest, c.latest < :today AS is_past
FROM chains c JOIN chain_parties p ON p.chain = c.chain AND p.role IN ('holder', 'actor')
LEFT JOIN person_entities m ON m.key = p.key
WHERE c.board = 1
ORDER BY 1, c.id

-- name: finding_of
SELECT coalesce(event, expectation) AS finding FROM chains WHERE id = :id
