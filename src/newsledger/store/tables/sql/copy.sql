-- A whole ledger into a new one, row by row, with the same numbers.

-- name: columns
SELECT name FROM pragma_table_xinfo(:table) WHERE hidden = 0  -- sqlite
-- postgres: SELECT column_name AS name FROM information_schema.columns
-- postgres: WHERE table_schema = current_schema() AND table_name = :table AND is_generated = 'NEVER'
-- postgres: ORDER BY ordinal_position

-- name: all
SELECT {columns} FROM "{table}"

-- name: put
INSERT INTO "{table}" ({columns}) VALUES ({values})

-- name: put_articles
INSERT INTO articles ({columns}  -- sqlite
-- postgres: INSERT INTO articles (texts, {columns}
) VALUES (
-- postgres: ARRAY[:folded_headline, :folded_standfirst, :folded_body, :folded_captions, :folded_byline, :folded_publisher],
{values})

-- name: put_statements
INSERT INTO statements ({columns}  -- sqlite
-- postgres: INSERT INTO statements (texts, {columns}
) VALUES (
-- postgres: ARRAY[:folded_content],
{values})

-- name: drop
DELETE FROM "{table}"

-- name: count
SELECT count(*) AS number FROM "{table}"

-- name: given
SELECT name, seq FROM sqlite_sequence  -- sqlite
-- postgres: SELECT name, seq FROM given

-- name: drop_given
DELETE FROM sqlite_sequence  -- sqlite
-- postgres: DELETE FROM given

-- name: put_given
INSERT INTO sqlite_sequence (name, seq)  -- sqlite
-- postgres: INSERT INTO given (name, seq)
VALUES (:name, :seq)
