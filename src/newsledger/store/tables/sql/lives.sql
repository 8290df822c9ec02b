-- Expectations held against what later articles say. A pair of an expectation and an article is worth a look where
-- the article tells of an act that would settle it, or plans it anew, and names all who are awaited; where its holder
-- takes something back; and where something is told of what it hangs on.

-- name: unfollowed
SELECT a.id FROM unfollowed u JOIN articles a USING (article) ORDER BY u.article LIMIT :limit

-- name: touched
WITH here AS (
    SELECT article, earliest AS day FROM articles WHERE id = :article
), told_here AS (
    SELECT t.handle, t.event_type, t.role FROM here JOIN told t USING (article)
), acts AS (
    SELECT DISTINCT handle, event_type FROM told_here
    UNION SELECT handle, 'CONSULT' FROM told_here WHERE event_type = 'AGREE'
    UNION SELECT t.handle, r.value FROM told_here t CROSS JOIN json_each(:refusable) r WHERE t.event_type = 'REJECT'
), found AS (
    SELECT w.expectation
    FROM acts a CROSS JOIN waiting w ON w.handle = a.handle AND w.event_type = a.event_type
    WHERE w.role = 'condition' OR NOT EXISTS (
        SELECT 1 FROM waiting p
        WHERE p.expectation = w.expectation AND p.role = 'party' AND p.handle NOT IN (SELECT handle FROM told_here)
    )
    UNION
    SELECT w.expectation
    FROM told_here t CROSS JOIN waiting w ON w.handle = t.handle
    WHERE t.role = 'actor' AND t.event_type IN (SELECT value FROM json_each(:retracting)) AND w.role = 'holder'
)
SELECT x.id
FROM here, found f JOIN expectations x ON x.id = f.expectation
WHERE x.leading = 1 AND x.article <> here.article AND x.day <= here.day
  AND x.state NOT IN ('kept', 'kept_late', 'partly_kept', 'broken', 'unratable')
  AND here.day <= date(coalesce(x.latest, x.day), CASE WHEN x.latest IS NULL THEN '+1 year' ELSE '+120 days' END)  -- sqlite
-- postgres: AND here.day <= last_told(x.latest, x.day)
-- Those that are due at about that time first: where there are too many, of the others another article tells.
ORDER BY abs(julianday(coalesce(x.latest, x.day)) - julianday(here.day)), x.id  -- sqlite
-- postgres: ORDER BY abs(CAST(coalesce(x.latest, x.day) AS date) - CAST(here.day AS date)), x.id
LIMIT :limit

-- name: own
SELECT x.id FROM articles a JOIN expectations x USING (article)
WHERE a.id = :article AND x.leading = 1 AND x.state <> 'unratable'

-- name: reporting
WITH it AS (
    SELECT article, day, event_type,
           date(coalesce(latest, day), CASE WHEN latest IS NULL THEN '+1 year' ELSE '+120 days' END) AS until  -- sqlite
-- postgres: last_told(latest, day) AS until
    FROM expectations WHERE id = :expectation
), acts AS (
    SELECT event_type FROM it
    UNION SELECT 'AGREE' FROM it WHERE event_type = 'CONSULT'
    UNION SELECT 'REJECT' FROM it WHERE event_type IN (SELECT value FROM json_each(:refusable))
), named AS (
    SELECT role, handle, event_type FROM waiting WHERE expectation = :expectation
), who AS ( -- those who are to act or are acted on; where nobody is named, who says so
    SELECT handle FROM named WHERE role = 'party'
    UNION
    SELECT handle FROM named WHERE role = 'holder' AND NOT EXISTS (SELECT 1 FROM named WHERE role = 'party')
), found AS (
    SELECT t.article
    FROM it, who CROSS JOIN acts a CROSS JOIN told t
    WHERE t.handle = who.handle AND t.event_type = a.event_type AND t.day BETWEEN it.day AND it.until
    GROUP BY t.article
    HAVING count(DISTINCT t.handle) = (SELECT count(*) FROM who)
    UNION
    SELECT t.article
    FROM it, named n CROSS JOIN json_each(:retracting) r CROSS JOIN told t
    WHERE n.role = 'holder' AND t.handle = n.handle AND t.event_type = r.value AND t.day BETWEEN it.day AND it.until AND t.role = 'actor'
    UNION
    SELECT t.article
    FROM it, named n CROSS JOIN told t
    WHERE n.role = 'condition' AND t.handle = n.handle AND t.event_type IN (n.event_type, 'REJECT') AND t.day BETWEEN it.day AND it.until
)
SELECT a.id
FROM it, found f JOIN articles a ON a.article = f.article
WHERE a.article <> it.article
ORDER BY a.earliest NULLS FIRST, a.id
LIMIT :limit

-- name: put_evidence
INSERT INTO evidence (expectation, article) SELECT :expectation, article FROM articles WHERE id = :article
ON CONFLICT DO NOTHING

-- name: evidence
SELECT a.id FROM evidence e JOIN articles a USING (article) WHERE e.expectation = :expectation
ORDER BY a.earliest NULLS FIRST, a.id

-- name: home
SELECT a.id FROM expectations x JOIN articles a USING (article) WHERE x.id = :expectation

-- name: history
-- With the steps of what stood there in earlier versions, in front.
WITH RECURSIVE own (id, age) AS (
    SELECT :expectation, 0  -- sqlite
-- postgres: SELECT CAST(:expectation AS text) COLLATE "C", 0
    UNION
    SELECT s.before, age + 1 FROM own JOIN successors s ON s.after = own.id WHERE age < 1000
)
SELECT s.at, s.state, s.why, s.by, s.proposed, s.score, s.receipts
FROM own CROSS JOIN steps s ON s.expectation = own.id
ORDER BY s.number, own.age DESC

-- name: set_state
UPDATE expectations SET state = :state WHERE id = :expectation

-- name: followed
DELETE FROM unfollowed WHERE article = (SELECT article FROM articles WHERE id = :article)
