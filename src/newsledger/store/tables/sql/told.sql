-- What is asked of stories and happenings.

-- name: waiting
SELECT (SELECT count(*) FROM ungrouped) + (SELECT count(*) FROM stories WHERE fresh = 0)
     + (SELECT count(*) FROM reports WHERE article IS NULL) + (SELECT count(*) FROM unjoined)
     + (SELECT count(*) FROM touched) AS number

-- name: stories
SELECT s.ordinal FROM stories s
WHERE s.ordinal < :until
AND s.articles >= :articles
AND s.ordinal >= :since  -- if since
AND s.first_day <= :last_day  -- if last_day
AND s.story IN (  -- if match
    SELECT m.story  -- if match
    FROM articles_fts f CROSS JOIN articles a ON a.ordinal = f.rowid AND a.current = 1  -- sqlite  -- if match
-- postgres: FROM articles a  -- if match
    CROSS JOIN reports r ON r.article = a.article CROSS JOIN story_reports m ON m.place = r.place  -- if match
    WHERE f.articles_fts MATCH :match  -- sqlite  -- if match
-- postgres: WHERE a.current = 1 AND a.words @@ likely(:match) AND has_words(:match, a.texts)  -- if match
)  -- if match
ORDER BY s.ordinal DESC
LIMIT :limit

-- name: gone_chains
-- Happenings of which each finding that tells them was judged not to be there; of those kinds that are asked for.
SELECT f.chain
FROM not_there n CROSS JOIN chain_findings f ON f.finding = n.finding
WHERE NOT EXISTS (
    SELECT 1 FROM chain_findings o
    WHERE o.chain = f.chain AND o.finding NOT IN (SELECT t.finding FROM not_there t)
    AND o.finding IN (SELECT e.id FROM events e WHERE e.id = o.finding)  -- if told
    AND o.finding IN (SELECT x.id FROM expectations x WHERE x.id = o.finding)  -- if board
)

-- name: story_rows
SELECT s.*, (SELECT count(*) FROM chain_stories o JOIN chains c USING (chain) WHERE o.story = s.story AND c.event IS NOT NULL
             AND c.chain NOT IN (gone)  -- if spared
       ) AS happenings,
       a.id AS article_id, a.url, a.headline, a.publisher, a.published
FROM json_each(:ordinals) j JOIN stories s ON s.ordinal = CAST(j.value AS BIGINT)
JOIN reports r ON r.place = (SELECT min(m.place) FROM story_reports m WHERE m.story = s.story)
JOIN articles a USING (article)

-- name: story_with
-- An id of a story is that of an article; that of an older version leads to the newest.
SELECT s.ordinal
FROM articles o JOIN articles a ON a.work = o.work AND a.current = 1
JOIN reports r ON r.article = a.article JOIN story_reports m USING (place) JOIN stories s USING (story)
WHERE o.id = :id

-- name: story_members
SELECT m.place, m.why, m.other, r.original, a.id AS article_id, a.url, a.headline, a.publisher, a.published
FROM stories s JOIN story_reports m USING (story) JOIN reports r USING (place) JOIN articles a USING (article)
WHERE s.ordinal = :ordinal
ORDER BY m.place

-- name: story_chains
SELECT c.told FROM stories s JOIN chain_stories o USING (story) JOIN chains c USING (chain)
WHERE s.ordinal = :ordinal
AND c.chain NOT IN (gone)  -- if spared
ORDER BY c.id

-- name: chain_with
-- An id of a happening is that of a mention; that of a finding leads there, too.
SELECT c.ordinal, c.told FROM chains c WHERE c.id = :id
UNION SELECT c.ordinal, c.told FROM chain_mentions m JOIN chains c USING (chain) WHERE m.mention = :id
UNION SELECT c.ordinal, c.told FROM chain_findings f JOIN chains c USING (chain) WHERE f.finding = :id
LIMIT 1

-- name: chains_near
SELECT DISTINCT c.ordinal, c.id, c.told FROM chain_mentions m JOIN chains c USING (chain)
WHERE m.mention >= :article AND m.mention < :article || '~' AND m.mention LIKE :mention
LIMIT 2

-- name: originals
SELECT a.id, o.id AS original
FROM json_each(:articles) j JOIN articles a ON a.id = j.value JOIN reports r ON r.article = a.article
JOIN reports q ON q.place = r.original JOIN articles o ON o.article = q.article

-- name: chosen_chains
SELECT c.ordinal, c.due, c.id FROM chains c
WHERE TRUE
AND c.ordinal < :before  -- if before
AND c.ordinal >= :since  -- if since
AND c.board = 1  -- if board
AND c.expectation IS NOT NULL  -- if board
AND c.event IS NOT NULL  -- if told
AND c.state IN (SELECT value FROM json_each(:states))  -- if as_told
AND (c.state IN (SELECT value FROM json_each(:states)) AND c.chain NOT IN (SELECT d.chain FROM decided d)  -- if as_decided
     OR c.chain IN (SELECT d.chain FROM decided d WHERE d.state IN (SELECT value FROM json_each(:states))))  -- if as_decided
AND c.event_type = :event_type  -- if event_type
AND c.other_kind = :other_kind  -- if other_kind
AND c.mode = :mode  -- if mode
AND c.place_country = :place_country  -- if place_country
AND (c.confidence IS NULL OR c.confidence >= :least)  -- if least
AND c.confidence < :below  -- if below
AND c.due >= :first_due  -- if first_due
AND c.due <= :last_due  -- if last_due
AND coalesce(c.earliest, c.due) <= :begun  -- if begun
AND (c.due, c.id) > (:after_due, :after_id)  -- if forward
AND (c.due, c.id) < (:after_due, :after_id)  -- if backward
AND c.chain IN (  -- if actor
    SELECT p.chain FROM chain_parties p WHERE p.role = 'actor'  -- if actor
    AND p.key IN (SELECT value FROM json_each(:actor_keys))  -- if actor_keys
    AND p.country = :actor_country  -- if actor_country
    AND p.sector = :actor_sector  -- if actor_sector
)  -- if actor
AND c.chain IN (  -- if recipient
    SELECT p.chain FROM chain_parties p WHERE p.role = 'recipient'  -- if recipient
    AND p.key IN (SELECT value FROM json_each(:recipient_keys))  -- if recipient_keys
    AND p.country = :recipient_country  -- if recipient_country
    AND p.sector = :recipient_sector  -- if recipient_sector
)  -- if recipient
AND c.chain IN (  -- if holder
    SELECT p.chain FROM chain_parties p WHERE p.role IN ('holder', 'actor')  -- if holder
    AND p.key IN (SELECT value FROM json_each(:holder_keys))  -- if holder_keys
    AND p.country = :holder_country  -- if holder_country
    AND p.sector = :holder_sector  -- if holder_sector
)  -- if holder
AND c.chain NOT IN (gone)  -- if spared
AND c.chain IN (gone)  -- if refused
ORDER BY c.ordinal DESC  -- if newest
ORDER BY c.due, c.id  -- if forward
ORDER BY c.due DESC, c.id DESC  -- if backward
LIMIT :limit

-- name: chain_rows
SELECT c.*, s.id AS story_id, a.id AS article_id, a.url, a.headline, a.publisher, a.published, a.blocks,
       coalesce(x.action_start, e.trigger_start) AS first, coalesce(x.action_end, e.trigger_end) AS last,
       coalesce(x."action", e."trigger") AS exact,
       coalesce(x.sentence_start, e.sentence_start) AS sentence_start,
       substr(a.text, coalesce(x.sentence_start, e.sentence_start) + 1,
              coalesce(x.sentence_end - x.sentence_start, e.sentence_end - e.sentence_start)) AS sentence,
       (SELECT json_group_array(DISTINCT p.name)  -- sqlite
        FROM chain_parties p WHERE p.chain = c.chain AND p.role = 'actor') AS actors,  -- sqlite
-- postgres: (SELECT coalesce(CAST(json_agg(d.name ORDER BY d.key) AS text), '[]') FROM (
-- postgres:  SELECT p.name, min(p.key) AS key FROM chain_parties p WHERE p.chain = c.chain AND p.role = 'actor' GROUP BY p.name
-- postgres:  ) d) AS actors,
       (SELECT json_group_array(DISTINCT p.name)  -- sqlite
        FROM chain_parties p WHERE p.chain = c.chain AND p.role = 'recipient') AS recipients,  -- sqlite
-- postgres: (SELECT coalesce(CAST(json_agg(d.name ORDER BY d.key) AS text), '[]') FROM (
-- postgres:  SELECT p.name, min(p.key) AS key FROM chain_parties p WHERE p.chain = c.chain AND p.role = 'recipient' GROUP BY p.name
-- postgres:  ) d) AS recipients,
       (SELECT json_group_array(DISTINCT p.name)  -- sqlite
        FROM chain_parties p WHERE p.chain = c.chain AND p.role = 'holder') AS holders  -- sqlite
-- postgres: (SELECT coalesce(CAST(json_agg(d.name ORDER BY d.key) AS text), '[]') FROM (
-- postgres:  SELECT p.name, min(p.key) AS key FROM chain_parties p WHERE p.chain = c.chain AND p.role = 'holder' GROUP BY p.name
-- postgres:  ) d) AS holders
FROM json_each(:ordinals) j JOIN chains c ON c.ordinal = CAST(j.value AS BIGINT) JOIN stories s USING (story)
-- Where the one that tells most was judged not to be there, another tells it.
LEFT JOIN expectations x ON x.id = c.expectation AND (:board = 1 OR c.event IS NULL)  -- if !spared
LEFT JOIN events e ON e.id = c.event  -- if !spared
LEFT JOIN expectations x ON (:board = 1 OR c.event IS NULL) AND x.id = CASE  -- if spared
    WHEN c.expectation NOT IN (SELECT finding FROM not_there) THEN c.expectation  -- if spared
    ELSE (  -- if spared
        SELECT min(o.id) FROM chain_findings f JOIN expectations o ON o.id = f.finding  -- if spared
        WHERE f.chain = c.chain AND o.id NOT IN (SELECT finding FROM not_there)  -- if spared
    )  -- if spared
END  -- if spared
LEFT JOIN events e ON e.id = CASE  -- if spared
    WHEN c.event NOT IN (SELECT finding FROM not_there) THEN c.event  -- if spared
    ELSE (  -- if spared
        SELECT min(o.id) FROM chain_findings f JOIN events o ON o.id = f.finding  -- if spared
        WHERE f.chain = c.chain AND o.id NOT IN (SELECT finding FROM not_there)  -- if spared
    )  -- if spared
END  -- if spared
JOIN articles a ON a.article = coalesce(x.article, e.article)

-- name: count_chains
SELECT substr(c.day, 1, :letters) AS value,  -- if letters
SELECT c.event_type AS value,  -- if by_type
SELECT c.state AS value,  -- if by_standing
SELECT c.place_country AS value,  -- if by_country
SELECT q.who AS value,  -- if by_role
       count(*) AS happenings, sum(c.mentions) AS mentions, sum(c.reports) AS reports, sum(c.copies) AS copies
FROM (chosen) o JOIN chains c ON c.ordinal = o.ordinal
JOIN (  -- if by_role
    SELECT DISTINCT p.chain, coalesce(m.head, p.key) AS who  -- if by_role
    FROM chain_parties p LEFT JOIN person_entities m ON m.key = p.key WHERE p.role = :by_role  -- if by_role
) q ON q.chain = c.chain  -- if by_role
GROUP BY 1
