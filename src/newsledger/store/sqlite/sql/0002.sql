-- The ledger, schema 2: how sure each finding is. NULL where a reading is older than that.
-- Of the first mention of a happening it is the surest of its mentions, which are no independent reports.

ALTER TABLE events ADD COLUMN confidence REAL;
ALTER TABLE statements ADD COLUMN confidence REAL;
ALTER TABLE expectations ADD COLUMN confidence REAL;
ALTER TABLE actors ADD COLUMN country_confidence REAL;
