-- What the ledger has of captures already, and what could not be read.

-- name: known
SELECT c.key, c.url, a.id AS article, f.url AS failed_url, f.reason
FROM json_each(:keys) k JOIN captures c ON c.key = k.value
LEFT JOIN sightings s USING (capture) LEFT JOIN articles a USING (article)
LEFT JOIN failures f ON f.key = c.key
WHERE (a.id IS NOT NULL OR f.key IS NOT NULL) AND (c.kept OR NOT :with_bytes)
