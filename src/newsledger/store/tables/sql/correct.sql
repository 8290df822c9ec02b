-- What persons judged of findings.

-- name: put
INSERT INTO corrections (
    id, finding, kind, verdict, field, value, other, undoes, "by", at, why
) VALUES (
    :id, :finding, :kind, :verdict, :field, :value, :other, :undoes, :by, :at, :why
)

-- name: get
SELECT * FROM corrections WHERE id = :id

-- name: log
SELECT * FROM corrections ORDER BY at, id

-- name: subject
-- Of what an article tells several times the mention that lists show; of a happening the finding that tells most of it.
SELECT coalesce(same_as, id) AS id, 'event' AS kind FROM events WHERE id = :id
UNION ALL SELECT id, 'statement' FROM statements WHERE id = :id
UNION ALL
SELECT o.id, 'expectation'
FROM expectations x JOIN expectations o
    ON o.article = x.article AND o.leading = 1 AND coalesce(o.same_as, o.id) = coalesce(x.same_as, x.id)
WHERE x.id = :id
UNION ALL SELECT id, 'actor' FROM actors WHERE id = :id
UNION ALL
SELECT coalesce(e.same_as, e.id, c.expectation), CASE WHEN c.event IS NULL THEN 'expectation' ELSE 'event' END
FROM chains c LEFT JOIN events e ON e.id = c.event
WHERE c.id = :id AND coalesce(c.event, c.expectation) IS NOT NULL

-- name: expected
-- What became of a happening is said of what was expected of it, whichever of its findings is named.
SELECT o.id, 'expectation' AS kind
FROM chains c JOIN expectations x ON x.id = c.expectation
JOIN expectations o ON o.article = x.article AND o.leading = 1 AND coalesce(o.same_as, o.id) = coalesce(x.same_as, x.id)
WHERE c.chain = (SELECT f.chain FROM chain_findings f WHERE f.finding = :id)

-- name: is_known
-- There now, or once, in a reading that was changed since.
SELECT 1 FROM (
    SELECT id FROM events WHERE id = :id
    UNION ALL SELECT id FROM statements WHERE id = :id
    UNION ALL SELECT id FROM expectations WHERE id = :id
    UNION ALL SELECT id FROM actors WHERE id = :id
    UNION ALL SELECT before FROM successors WHERE before = :id
    UNION ALL SELECT finding FROM corrections WHERE finding = :id
) known
LIMIT 1

-- name: about
-- All that was ever judged of what stands under an id now, by whatever id that had then.
WITH RECURSIVE own (id, age) AS (
    SELECT :id, 0  -- sqlite
-- postgres: SELECT CAST(:id AS text) COLLATE "C", 0
    UNION
    SELECT s.before, age + 1 FROM own JOIN successors s ON s.after = own.id WHERE age < 1000
)
SELECT c.* FROM own CROSS JOIN corrections c ON c.finding = own.id
UNION
SELECT c.* FROM own CROSS JOIN corrections c ON c.other = own.id

-- name: moved
SELECT 1 FROM judgements
WHERE finding IN (SELECT value FROM json_each(:ids)) OR other IN (SELECT value FROM json_each(:ids))
LIMIT 1

-- name: drop_judgements
DELETE FROM judgements WHERE correction IN (
    SELECT correction FROM judgements WHERE finding = :id UNION SELECT correction FROM judgements WHERE other = :id
)

-- name: drop_all_judgements
DELETE FROM judgements

-- name: put_judgement
INSERT INTO judgements (correction, finding, other, verdict)
SELECT correction, :finding, :other, verdict FROM corrections WHERE id = :id
ON CONFLICT (correction) DO UPDATE SET finding = excluded.finding, other = excluded.other

-- name: judgements
SELECT c.*, g.finding AS finding_now, g.other AS other_now
FROM judgements g JOIN corrections c USING (correction)
ORDER BY c.at, c.id

-- name: judgements_of
SELECT c.*, g.finding AS finding_now, g.other AS other_now
FROM json_each(:ids) j CROSS JOIN judgements g ON g.finding = j.value JOIN corrections c USING (correction)

-- name: judgements_of_pairs
SELECT c.*, g.finding AS finding_now, g.other AS other_now
FROM judgements g JOIN corrections c USING (correction)
WHERE g.other IS NOT NULL
AND (g.finding IN (SELECT value FROM json_each(:ids)) OR g.other IN (SELECT value FROM json_each(:ids)))

-- name: judgements_of_chains
SELECT j.value AS chain, f.finding AS told_by, c.*, g.finding AS finding_now, g.other AS other_now
FROM json_each(:ids) j CROSS JOIN chains h ON h.id = j.value CROSS JOIN chain_findings f ON f.chain = h.chain
CROSS JOIN judgements g ON g.finding = f.finding JOIN corrections c USING (correction)

-- name: has_any
SELECT 1 FROM judgements LIMIT 1

-- name: has_not_there
SELECT 1 FROM judgements WHERE verdict = 'not_there' LIMIT 1

-- name: doubtful_event
SELECT 'event' AS kind, d.id, a.id AS article, d.confidence,
       coalesce((SELECT c.reports FROM chain_findings f JOIN chains c USING (chain) WHERE f.finding = d.id), 1) AS importance
FROM (
    SELECT e.id, e.article, e.confidence FROM events e
    WHERE e.same_as IS NULL AND e.confidence IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM judgements g WHERE g.finding = e.id)
    AND +e.article = (SELECT o.article FROM articles o WHERE o.id = :article)  -- if article
    ORDER BY abs(e.confidence - 0.5), e.id
    LIMIT :most
) d JOIN articles a USING (article)

-- name: doubtful_statement
SELECT 'statement' AS kind, d.id, a.id AS article, d.confidence,
       coalesce((
           SELECT s.reports FROM reports r JOIN story_reports m USING (place) JOIN stories s USING (story)
           WHERE r.article = d.article
       ), 1) AS importance
FROM (
    SELECT e.id, e.article, e.confidence FROM statements e
    WHERE e.parent IS NULL AND e.confidence IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM judgements g WHERE g.finding = e.id)
    AND +e.article = (SELECT o.article FROM articles o WHERE o.id = :article)  -- if article
    ORDER BY abs(e.confidence - 0.5), e.id
    LIMIT :most
) d JOIN articles a USING (article)

-- name: doubtful_expectation
SELECT 'expectation' AS kind, d.id, a.id AS article, d.confidence,
       coalesce((SELECT c.reports FROM chain_findings f JOIN chains c USING (chain) WHERE f.finding = d.id), 1) AS importance
FROM (
    SELECT e.id, e.article, e.confidence FROM expectations e
    WHERE e.leading = 1 AND e.confidence IS NOT NULL AND coalesce(e.settled, 'not computed') <> ''
    AND NOT EXISTS (SELECT 1 FROM judgements g WHERE g.finding = e.id)
    AND +e.article = (SELECT o.article FROM articles o WHERE o.id = :article)  -- if article
    ORDER BY abs(e.confidence - 0.5), e.id
    LIMIT :most
) d JOIN articles a USING (article)

-- name: strangers
-- Corrections of what never stood in this ledger: it is not there, nothing took over from it, and no reading lost it.
SELECT c.id, c.finding FROM corrections c
WHERE NOT EXISTS (SELECT 1 FROM events f WHERE f.id = c.finding)
AND NOT EXISTS (SELECT 1 FROM statements f WHERE f.id = c.finding)
AND NOT EXISTS (SELECT 1 FROM expectations f WHERE f.id = c.finding)
AND NOT EXISTS (SELECT 1 FROM actors f WHERE f.id = c.finding)
AND NOT EXISTS (SELECT 1 FROM successors s WHERE s.before = c.finding)
AND NOT EXISTS (SELECT 1 FROM changes g WHERE g.finding = c.finding)
ORDER BY c.at, c.id

-- name: drop_judgements_of
DELETE FROM judgements WHERE correction IN (
    SELECT correction FROM corrections
    WHERE finding IN (SELECT value FROM json_each(:ids)) OR other IN (SELECT value FROM json_each(:ids))
)

-- name: drop_corrections_of
DELETE FROM corrections
WHERE finding IN (SELECT value FROM json_each(:ids)) OR other IN (SELECT value FROM json_each(:ids))

-- name: drop_orphans
DELETE FROM corrections
WHERE undoes IS NOT NULL AND NOT EXISTS (SELECT 1 FROM corrections c WHERE c.id = corrections.undoes)

-- name: decided_once
SELECT expectation, at, state, why, "by" FROM steps WHERE "by" <> 'rule' ORDER BY expectation, number

-- name: has_decided
SELECT 1 FROM judgements g CROSS JOIN corrections c USING (correction)
WHERE g.verdict = 'wrong' AND c.kind = 'expectation' AND c.field = 'state'
LIMIT 1

-- name: has_pairs
SELECT 1 FROM judgements WHERE other IS NOT NULL LIMIT 1
