-- The ledger in PostgreSQL, schema 3, as schema 8 of SQLite: which articles were changed after publication is told
-- without a look at all the others.

CREATE INDEX articles_changed ON articles (ordinal) WHERE current = 1 AND version > 1;
