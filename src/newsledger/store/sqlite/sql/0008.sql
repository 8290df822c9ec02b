-- The ledger, schema 8: which articles were changed after publication is told without a look at all the others.

CREATE INDEX articles_changed ON articles (ordinal) WHERE current = 1 AND version > 1;
