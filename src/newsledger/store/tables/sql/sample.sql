-- Findings to be judged by people: what there is to draw from, and the words of what was drawn.

-- name: population_events
SELECT id, event_type || CASE WHEN other_kind IS NULL THEN '' ELSE '/' || other_kind END AS type, standing, rule,
       block_role, substr(day, 1, 4) AS year
FROM events WHERE same_as IS NULL

-- name: population_statements
SELECT id, attitude AS type, form, rule, block_role, substr(day, 1, 4) AS year FROM statements

-- name: population_expectations
SELECT id, kind AS type, strength, rule, substr(day, 1, 4) AS year FROM expectations WHERE same_as IS NULL

-- name: population_actors
SELECT id, kind AS type, country, sector FROM actors

-- name: drawn_events
SELECT e.*, e.event_type || CASE WHEN e.other_kind IS NULL THEN '' ELSE '/' || e.other_kind END AS type,
       a.id AS article_id, a.url, a.published, a.headline, a.text,
       (SELECT group_concat(key, '; ')  -- sqlite
-- postgres: (SELECT string_agg(key, '; ' ORDER BY p.actor)
        FROM parties p WHERE p.event = e.id AND p.role = 'actor') AS actor_keys,
       (SELECT group_concat(key, '; ')  -- sqlite
-- postgres: (SELECT string_agg(key, '; ' ORDER BY p.actor)
        FROM parties p WHERE p.event = e.id AND p.role = 'recipient') AS recipient_keys
FROM events e JOIN articles a USING (article) WHERE e.id = :id

-- name: drawn_statements
SELECT s.*, s.attitude AS type, a.id AS article_id, a.url, a.published, a.headline, a.text
FROM statements s JOIN articles a USING (article) WHERE s.id = :id

-- name: drawn_expectations
SELECT x.*, x.kind AS type, a.id AS article_id, a.url, a.published, a.headline, a.text
FROM expectations x JOIN articles a USING (article) WHERE x.id = :id

-- name: drawn_actors
SELECT x.*, x.kind AS type, a.id AS article_id, a.url, a.published, a.headline, a.text
FROM actors x JOIN articles a USING (article) WHERE x.id = :id
