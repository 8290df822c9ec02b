-- What the ledger has of captures already, and what could not be read.

-- name: known
SELECT c.key, c.url, a.id AS article, f.url AS failed_url, f.reason
FROM json_each(:keys) k JOIN captures c ON c.key = k.value
LEFT JOIN sightings s USING (capture) LEFT JOIN articles a USING (article)
LEFT JOIN failures f ON f.key = c.key
-- What failed and has no bytes can be tried again only now that they are here.
WHERE (a.id IS NOT NULL OR f.key IS NOT NULL AND c.kept = 1) AND (c.kept = 1 OR :with_bytes = 0)

-- name: failures
SELECT f.key, f.url, c.address, f.room, f.reason, f.attempts, coalesce(c.kept, 0) AS has_bytes
FROM failures f LEFT JOIN captures c USING (capture)
ORDER BY f.failure

-- name: kept
SELECT c.key, c.sha256, c.size, b.packed, c.address, c.url, c.kind, c.media_type, c.published, c.fetched_at, c.notes
FROM captures c LEFT JOIN bytes b USING (sha256)
WHERE c.key = :key
