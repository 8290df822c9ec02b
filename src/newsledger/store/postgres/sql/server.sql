-- What is asked of a database itself.

-- name: there
SELECT to_regnamespace(:schema) IS NOT NULL AS schema, to_regclass(:schema || '.ledger') IS NOT NULL AS ledger

-- name: version
SELECT coalesce(max(version), 0) AS version FROM ledger

-- name: set_version
INSERT INTO ledger (name, version) VALUES ('newsledger', :version)
ON CONFLICT (name) DO UPDATE SET version = excluded.version

-- name: triggers
SELECT c.relname || '.' || t.tgname AS name, p.proname AS function, p.prosrc AS source
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_proc p ON p.oid = t.tgfoid
WHERE n.nspname = :schema AND NOT t.tgisinternal
ORDER BY 1

-- name: articles_words
SELECT id, headline, standfirst, body, captions, byline, publisher, texts FROM articles ORDER BY article

-- name: statements_words
SELECT id, content, texts FROM statements ORDER BY statement
