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
    SELECT :id, 0
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
