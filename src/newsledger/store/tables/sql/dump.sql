-- All rows of a ledger, for files of other forms. Each is in the order of its first column, by code points, so that
-- several are read side by side without a sort of what belongs together. Plain SQL: nothing of one database only.

-- name: articles
SELECT a.id, a.version, a.url, a.canonical_url, a.headline, a.byline, a.publisher, a.origin, a.section, a.published,
       a.earliest, a.latest, a.published_basis, a.modified, a.fetched_at, a.language, a.complete, a.text_sha256,
       s.id AS story, CASE WHEN o.id <> a.id THEN o.id END AS copy_of
FROM articles a LEFT JOIN reports r ON r.article = a.article
LEFT JOIN story_reports m ON m.place = r.place LEFT JOIN stories s ON s.story = m.story
LEFT JOIN reports q ON q.place = r.original LEFT JOIN articles o ON o.article = q.article
WHERE a.current = 1
ORDER BY a.id

-- name: texts
SELECT a.id, a.text FROM articles a WHERE a.current = 1 ORDER BY a.id

-- name: happenings
SELECT c.id, s.id AS story, c.act, c.state, c.since, c.why, c.earliest, c.latest, c.day, c.board AS checkable,
       c.mentions, c.articles, c.reports, c.copies, c.confidence,
       CASE WHEN c.state = 'happened' THEN 'happened' WHEN c.state = 'under_way' THEN 'ongoing'
            WHEN c.state IN ('planned', 'dated', 'moved') THEN 'planned'
            WHEN c.state IN ('denied', 'called_off') THEN 'denied'
            WHEN c.state = 'hinted' AND e.standing = 'alleged' THEN 'alleged'
            WHEN c.state = 'hinted' THEN 'hypothetical' END AS standing,
       c.event, c.expectation, e.event_type, e.other_kind, e.plover_type, e.mode, e.context, e.cameo, e.quad,
       e.goldstein, e.reciprocal, e.place, e.place_country, e.latitude, e.longitude, e.block_role,
       e.actor AS actor_words, e.recipient AS recipient_words, a.id AS article, a.url, a.headline, a.publisher, a.published, a.language
FROM chains c JOIN stories s ON s.story = c.story
LEFT JOIN events e ON e.id = c.event LEFT JOIN expectations x ON x.id = c.expectation
LEFT JOIN articles a ON a.article = coalesce(e.article, x.article)
ORDER BY c.id

-- name: happening_parties
SELECT c.id AS happening, p.role, p.key, p.name, n.kind, p.country, p.sector
FROM chains c JOIN chain_parties p ON p.chain = c.chain LEFT JOIN entities n ON n.key = p.key
ORDER BY c.id, p.role, p.key

-- name: happening_lives
SELECT c.id AS happening, t.number, t.at, t.state, t.earliest, t.latest, t.why, t.by, t.receipts
FROM chains c JOIN chain_steps t ON t.chain = c.chain
ORDER BY c.id, t.number

-- name: receipts
-- The words of each event of a happening, in no order of their own; a row without a mention is of an expectation. Outer
-- joins keep to the order of happenings: a sort would hold the sentences of all.
SELECT c.id AS happening, e.id AS mention, e.standing, e.confidence, a.id AS article, a.url, a.publisher, a.published,
       a.language, e.trigger_start AS "start", e.trigger_end AS "end", e."trigger" AS words, e.actor_start,
       e.recipient_start, e.sentence_start, e.block_role, length(a.text) AS characters,
       substr(a.text, e.sentence_start + 1, e.sentence_end - e.sentence_start) AS sentence
FROM chains c LEFT JOIN chain_findings f ON f.chain = c.chain LEFT JOIN events e ON e.id = f.finding
LEFT JOIN articles a ON a.article = e.article
ORDER BY c.id

-- name: mentions
SELECT e.id, a.id AS article, c.id AS happening, e.same_as, e.mentions, e.event_type, e.other_kind, e.plover_type,
       e.mode, e.context, e.cameo, e.quad, e.goldstein, e.standing, e.reported_by, e."trigger",
       e.trigger_start, e.trigger_end, e.actor, e.recipient, e.reciprocal, e.place, e.place_country, e.latitude,
       e.longitude, e.earliest, e.latest, e.day, e.block_role, e.rule, e.confidence,
       e.sentence_start, e.sentence_end,
       substr(a.text, e.sentence_start + 1, e.sentence_end - e.sentence_start) AS sentence
FROM events e JOIN articles a ON a.article = e.article
LEFT JOIN chain_findings f ON f.finding = e.id LEFT JOIN chains c ON c.chain = f.chain
ORDER BY e.id

-- name: mention_parties
SELECT p.event AS mention, p.role, p.actor, p.key, x.name, p.country, p.sector
FROM parties p JOIN actors x ON x.id = p.actor
ORDER BY p.event, p.role, p.actor

-- name: statements
SELECT s.id, a.id AS article, s.day, s.source, s.actor, s.actor_key, x.name AS actor_name, s.actor_country,
       s.actor_sector, s.cue, s.content, s."start", s."end", s.form, s.attitude, s.addressee, s.parent, s.block_role,
       s.rule, s.confidence
FROM statements s JOIN articles a ON a.article = s.article LEFT JOIN actors x ON x.id = s.actor
ORDER BY s.id

-- name: expectations
SELECT x.id, a.id AS article, c.id AS happening, x.same_as, x.leading, x.kind, x.holder, x.speaker, x.statement,
       x."action", x.action_start, x.action_end, x.condition, x.strength, x.negated, x.earliest, x.latest,
       x.window_basis, x."window", x.event, x.event_type, x.settled, c.state, x.day, x.rule, x.confidence
FROM expectations x JOIN articles a ON a.article = x.article
LEFT JOIN chain_findings f ON f.finding = x.id LEFT JOIN chains c ON c.chain = f.chain
ORDER BY x.id

-- name: actors
SELECT n.key, p.person, n.name, n.kind, n.country, n.sector, n.articles, n.mentions, n.acted, n.received, n.said
FROM entities n LEFT JOIN person_entities m ON m.key = n.key LEFT JOIN persons p ON p.head = m.head
ORDER BY n.key

-- name: read_actors
-- The same, had nobody judged who is one with whom.
SELECT n.key, CASE WHEN m.number > 1 THEN m.person END AS person, n.name, n.kind, n.country, n.sector, n.articles,
       n.mentions, n.acted, n.received, n.said
FROM entities n LEFT JOIN read_entities m ON m.key = n.key
ORDER BY n.key

-- name: casts
-- Whom each article names, in no order of their own.
SELECT a.id AS article, x.id, x."start", x.key, x.name, x.kind
FROM articles a JOIN actors x ON x.article = a.article
WHERE a.current = 1
ORDER BY a.id

-- name: copies
SELECT a.id AS first, b.id AS second, c.kind, c.words, c.share, c.passages
FROM copies c JOIN reports r ON r.place = c.first JOIN articles a ON a.article = r.article
JOIN reports q ON q.place = c.second JOIN articles b ON b.article = q.article
ORDER BY a.id, b.id

-- name: stories
SELECT s.id, s.first_day, s.last_day, s.articles, s.reports, a.headline,
       (SELECT count(*) FROM chain_stories o JOIN chains c USING (chain)
        WHERE o.story = s.story AND c.event IS NOT NULL) AS happenings
FROM stories s LEFT JOIN articles a ON a.id = s.id
ORDER BY s.id

-- name: makers
SELECT m.digest, m.made_by, count(*) AS readings
FROM makers m JOIN readings r ON r.maker = m.maker AND r.current = 1
JOIN articles a ON a.article = r.article AND a.current = 1
GROUP BY m.digest, m.made_by
ORDER BY m.digest

-- name: judged
SELECT c.*, g.finding AS finding_now, g.other AS other_now, h.id AS chain
FROM judgements g JOIN corrections c USING (correction)
LEFT JOIN chain_findings f ON f.finding = g.finding LEFT JOIN chains h ON h.chain = f.chain
ORDER BY c.at, c.id, h.id

-- name: gone
SELECT c.id FROM chains c WHERE c.chain IN (gone) ORDER BY c.id
