-- Persons over articles: who is to be held against others, and whose each sighting is.

-- name: unjoined
SELECT u.article, a.id, u.reread,
       (SELECT s.id FROM reports r JOIN story_reports m USING (place) JOIN stories s USING (story)
        WHERE r.article = u.article) AS story
FROM unjoined u LEFT JOIN articles a ON a.article = u.article AND a.current = 1
ORDER BY u.article LIMIT :limit

-- name: reading
SELECT r.record, m.made_by, a.text
FROM articles a JOIN readings r USING (article) JOIN makers m USING (maker)
WHERE a.article = :article AND r.current = 1

-- name: done
DELETE FROM unjoined WHERE article = :article

-- name: touched
SELECT key FROM touched

-- name: drop_touched
DELETE FROM touched

-- name: of_article
SELECT s.actor, s.story, s.told, s.person, s.rule, s.other, s.read_person, s.read_rule, s.read_other,
       (SELECT json_group_array(k.key)  -- sqlite
-- postgres: (SELECT coalesce(CAST(json_agg(k.key) AS text), '[]')
        FROM person_keys k WHERE k.actor = s.actor) AS keys
FROM person_sightings s WHERE s.article = :article

-- name: drop_keys
DELETE FROM person_keys WHERE actor IN (SELECT actor FROM person_sightings WHERE article = :article)

-- name: drop_sightings
DELETE FROM person_sightings WHERE article = :article

-- name: put_sightings
INSERT INTO person_sightings (actor, article, key, story, told)
SELECT x.id, :article, x.key, :story, :told FROM actors x WHERE x.id = :actor

-- name: put_keys
INSERT INTO person_keys (key, actor) VALUES (:key, :actor)

-- name: set_story
UPDATE person_sightings SET story = :story WHERE article = :article

-- name: having
SELECT s.actor, s.story, s.told, s.person, s.rule, s.other, s.read_person, s.read_rule, s.read_other,
       (SELECT json_group_array(k.key)  -- sqlite
-- postgres: (SELECT coalesce(CAST(json_agg(k.key) AS text), '[]')
        FROM person_keys k WHERE k.actor = s.actor) AS keys
FROM (SELECT DISTINCT p.actor FROM json_each(:keys) j CROSS JOIN person_keys p ON p.key = j.value) f
CROSS JOIN person_sightings s USING (actor)

-- name: everyone
SELECT s.actor, s.story, s.told, s.person, s.rule, s.other, s.read_person, s.read_rule, s.read_other,
       (SELECT json_group_array(k.key)  -- sqlite
-- postgres: (SELECT coalesce(CAST(json_agg(k.key) AS text), '[]')
        FROM person_keys k WHERE k.actor = s.actor) AS keys
FROM person_sightings s

-- name: read_as
UPDATE person_sightings SET read_person = :person, read_rule = :rule, read_other = :other WHERE actor = :actor

-- name: join
UPDATE person_sightings SET person = :person, rule = :rule, other = :other WHERE actor = :actor

-- name: judged
-- What was judged of two actors and stands, the last word last.
SELECT g.finding AS first, g.other AS second, g.verdict
FROM judgements g JOIN corrections c USING (correction)
WHERE g.other IS NOT NULL
ORDER BY c.at, c.id

-- name: links
-- Whose some actors were read to be and are, and whose all those are who are another's than was read.
SELECT s.actor, s.read_person, s.person FROM json_each(:actors) j CROSS JOIN person_sightings s ON s.actor = j.value
UNION
SELECT s.actor, s.read_person, s.person FROM person_sightings s WHERE s.person IS NOT s.read_person

-- name: of_people
SELECT s.actor, s.story, s.told, s.person, s.rule, s.other, s.read_person, s.read_rule, s.read_other, '[]' AS keys
FROM (
    SELECT o.actor FROM json_each(:people) j CROSS JOIN person_sightings o ON o.read_person = j.value
    UNION
    SELECT o.actor FROM json_each(:people) j CROSS JOIN person_sightings o ON o.person = j.value
    UNION
    SELECT o.actor FROM json_each(:people) j CROSS JOIN person_sightings o ON o.actor = j.value
) f CROSS JOIN person_sightings s USING (actor)

-- name: hanging
-- The entities of some actors and articles, and those that were one person's with them.
WITH own AS (
    SELECT x.key FROM json_each(:actors) j CROSS JOIN actors x ON x.id = j.value
    UNION
    SELECT x.key FROM json_each(:articles) j CROSS JOIN actors x ON x.article = CAST(j.value AS BIGINT)
)
SELECT key FROM own
UNION
SELECT n.key FROM own CROSS JOIN person_entities m USING (key) CROSS JOIN person_entities n USING (head)

-- name: people
SELECT DISTINCT s.person FROM json_each(:keys) j CROSS JOIN person_sightings s ON s.key = j.value
WHERE s.person IS NOT NULL
UNION
SELECT p.person FROM json_each(:keys) j CROSS JOIN person_entities m ON m.key = j.value JOIN persons p USING (head)

-- name: all_people
SELECT DISTINCT person FROM person_sightings WHERE person IS NOT NULL

-- name: heads
SELECT m.head FROM json_each(:keys) j CROSS JOIN person_entities m ON m.key = j.value
UNION
SELECT p.head FROM json_each(:people) j CROSS JOIN persons p ON p.person = j.value

-- name: unfold_entities
DELETE FROM person_entities WHERE head = :head

-- name: unfold_persons
DELETE FROM persons WHERE head = :head

-- name: own_keys
SELECT e.key FROM entities e
WHERE e.key IN (SELECT s.key FROM person_sightings s WHERE s.person = :person)
AND NOT EXISTS (
    SELECT 1 FROM actors x LEFT JOIN person_sightings o ON o.actor = x.id WHERE x.key = e.key AND o.person IS NOT :person
)
ORDER BY e.kind = 'role', e.articles DESC, e.key

-- name: articles_of
SELECT count(DISTINCT x.article) AS number FROM json_each(:keys) j CROSS JOIN actors x ON x.key = j.value

-- name: put_persons
INSERT INTO persons (head, person, articles) VALUES (:head, :person, :articles)

-- name: put_entities
INSERT INTO person_entities (key, head) VALUES (:key, :head)

-- name: folded
SELECT m.key, p.person, p.articles FROM person_entities m JOIN persons p USING (head)

-- name: read_entities
-- The same as in person_entities, had nobody judged anything: who has one key alone is his own.
SELECT w.key, first_value(w.key) OVER (
    PARTITION BY w.person ORDER BY CASE WHEN e.kind = 'role' THEN 1 ELSE 0 END, e.articles DESC, w.key
) AS head, w.person, count(*) OVER (PARTITION BY w.person) AS number
FROM (
    SELECT x.key, min(s.read_person) AS person
    FROM actors x LEFT JOIN person_sightings s ON s.actor = x.id
    WHERE x.kind IN ('person', 'role')
    GROUP BY x.key
    HAVING count(*) = count(s.read_person) AND min(s.read_person) = max(s.read_person)
) w JOIN entities e USING (key)
