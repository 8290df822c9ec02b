-- What is asked of a ledger file itself.

-- name: integrity
PRAGMA integrity_check(20)

-- name: schema
-- What ANALYZE makes is SQLite's own.
SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\_stat%' ESCAPE '\' ORDER BY type, name

-- name: foreign_keys
PRAGMA foreign_key_check

-- name: indexes
SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%' ORDER BY name

-- name: check_index
INSERT INTO "{table}" ("{table}", rank) VALUES ('integrity-check', 1)

-- name: in_one_file
PRAGMA journal_mode = DELETE

-- name: articles
SELECT count(*) FROM articles

-- name: merge_index
INSERT INTO "{table}" ("{table}") VALUES ('optimize')

-- name: vacuum
VACUUM

-- name: truncate
PRAGMA wal_checkpoint(TRUNCATE)
