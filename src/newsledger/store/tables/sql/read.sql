-- Whole records back out of the ledger.

-- name: reading
SELECT r.record, m.made_by, a.text
FROM articles a JOIN readings r ON r.article = a.article AND r.current = 1 JOIN makers m USING (maker)
WHERE a.id = :id

-- name: readings
SELECT r.record, m.made_by, a.text
FROM articles a JOIN readings r ON r.article = a.article AND r.current = 1 JOIN makers m USING (maker)
WHERE a.current = 1
ORDER BY a.article
