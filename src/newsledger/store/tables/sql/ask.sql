-- What the ledger is asked. Pages go by "ordinal", the newest first; a line that ends in "-- if x" is there when x is.

-- name: named
SELECT e.key, e.name, e.kind, e.country, e.articles
FROM spellings s JOIN entities e USING (key)
WHERE s.folded = :folded
ORDER BY e.articles DESC, e.key

-- name: spelt
SELECT DISTINCT s.folded
FROM spellings s
WHERE s.folded LIKE '%' || :part || '%'

-- name: spelt_nearly
SELECT DISTINCT s.folded
FROM spellings s
WHERE length(s.folded) BETWEEN :shortest AND :longest
AND (s.folded LIKE :head || '%' OR s.folded LIKE '%' || :tail)

-- name: entity
SELECT key, name, kind, country, articles FROM entities WHERE key = :key

-- name: one_person
-- For each of some keys that is one person's with others: these.
SELECT j.value AS key, m.head, n.key AS other
FROM json_each(:keys) j CROSS JOIN person_entities m ON m.key = j.value CROSS JOIN person_entities n ON n.head = m.head
ORDER BY j.key, n.key

-- name: sighted
SELECT s.person, a.ordinal, s.actor
FROM (
    SELECT DISTINCT o.person FROM json_each(:keys) j CROSS JOIN person_sightings o ON o.key = j.value
    WHERE o.person IS NOT NULL
) w CROSS JOIN person_sightings s ON s.person = w.person JOIN articles a USING (article)
WHERE (s.person, a.ordinal, s.actor) > (:person, :ordinal, :actor)
ORDER BY 1, 2, 3
LIMIT :limit

-- name: sighted_rows
SELECT s.actor, s.person, e.name AS person_name, s.rule, x.name, x.country, x.role, a.id AS article_id, a.url,
       a.headline, a.publisher, a.published, a.blocks, a.text, o.actor AS other,
       json_extract(s.told, '$.spans[0].start') AS first, json_extract(s.told, '$.spans[0].end') AS last  -- sqlite
-- postgres: CAST(CAST(s.told AS jsonb) #>> '{spans,0,start}' AS bigint) AS first,
-- postgres: CAST(CAST(s.told AS jsonb) #>> '{spans,0,end}' AS bigint) AS last
FROM json_each(:actors) j CROSS JOIN person_sightings s ON s.actor = j.value
JOIN actors x ON x.id = s.actor JOIN articles a ON a.article = s.article
LEFT JOIN persons p ON p.person = s.person
LEFT JOIN actors h ON h.id = s.person
LEFT JOIN entities e ON e.key = coalesce(p.head, h.key)
LEFT JOIN person_sightings o ON o.actor = s.other

-- name: is_country
SELECT 1 FROM entities WHERE country = :country LIMIT 1

-- name: is_likely
SELECT 1 FROM entities
WHERE country = :country OR substr(key, instr(key, ':') + 1, 4) = :country || '?'
LIMIT 1

-- name: likely
SELECT key FROM entities
WHERE (country = :country OR substr(key, instr(key, ':') + 1, 4) = :country || '?')
AND (:sector IS NULL OR sector = :sector)
ORDER BY key

-- name: found
SELECT a.ordinal
FROM articles_fts f CROSS JOIN articles a ON a.ordinal = f.rowid  -- sqlite
WHERE articles_fts MATCH :match  -- sqlite
-- postgres: FROM articles a
-- postgres: WHERE a.words @@ likely(:match) AND has_words(:match, a.texts)
AND a.current = 1  -- if newest
AND f.rowid >= :since  -- sqlite  -- if since
AND f.rowid < :until  -- sqlite
ORDER BY f.rowid DESC  -- sqlite
-- postgres: AND a.ordinal >= :since  -- if since
-- postgres: AND a.ordinal < :until
-- postgres: ORDER BY a.ordinal DESC
LIMIT :limit

-- name: found_rows
SELECT a.ordinal, a.id AS article_id, a.url, a.headline, a.publisher, a.published, a.version, a.current, a.work,
       a.blocks, a.text
FROM json_each(:ordinals) j JOIN articles a ON a.ordinal = CAST(j.value AS BIGINT)

-- name: told_before
-- Of some articles, those of which a version stands in front of this place in the answer.
SELECT DISTINCT a.work
FROM json_each(:works) j CROSS JOIN articles a ON a.work = CAST(j.value AS BIGINT)
CROSS JOIN articles_fts f ON f.rowid = a.ordinal  -- sqlite
WHERE articles_fts MATCH :match  -- sqlite
-- postgres: WHERE a.words @@ likely(:match) AND has_words(:match, a.texts)
AND a.ordinal >= :at AND a.ordinal < :end

-- name: versions
SELECT id, version, coalesce(fetched_at, modified, published) AS at, blocks, text
FROM articles
WHERE work = :work
ORDER BY version

-- name: statements
SELECT s.ordinal
FROM statements s
WHERE s.ordinal < :until
AND s.ordinal >= :since  -- if since
AND s.actor_key = :key  -- if key
AND s.actor_key IN (SELECT value FROM json_each(:keys))  -- if keys
AND s.actor_country = :country  -- if country
AND s.actor_sector = :sector  -- if sector
AND +s.actor_sector = :sector_too  -- if sector_too
AND s.attitude = :attitude  -- if attitude
AND s.parent IS NULL  -- if flat
AND (FALSE  -- if about
OR EXISTS (  -- if about_keys
    SELECT 1 FROM about a  -- if about_keys
    WHERE a.ordinal = s.ordinal AND a.key IN (SELECT value FROM json_each(:about_keys))  -- if about_keys
)  -- if about_keys
OR EXISTS (  -- if about_country
    SELECT 1 FROM about a WHERE a.ordinal = s.ordinal AND a.country = :about_country  -- if about_country
)  -- if about_country
OR has_words(:about_words, s.content)  -- sqlite  -- if about_words
-- postgres: OR s.words @@ likely(:match)  -- if about_words
)  -- if about
AND (s.confidence IS NULL OR s.confidence >= :least)  -- if least
AND s.confidence < :below  -- if below
AND NOT EXISTS (SELECT 1 FROM judgements g WHERE g.finding = s.id AND g.verdict = 'not_there')  -- if spared
AND s.id IN (SELECT g.finding FROM judgements g WHERE g.verdict = 'not_there')  -- if refused
ORDER BY s.ordinal DESC
LIMIT :limit

-- name: statements_about
SELECT ordinal FROM (
    SELECT s.ordinal
    FROM about a CROSS JOIN statements s ON s.ordinal = a.ordinal
    WHERE a.ordinal < :until
    AND FALSE  -- if !about_someone
    AND a.key = :about_key  -- if about_key
    AND a.key IN (SELECT value FROM json_each(:about_keys))  -- if about_keys
    AND a.country = :about_country  -- if about_country
    AND a.ordinal >= :since  -- if since
    AND +s.attitude = :attitude  -- if attitude
    AND s.parent IS NULL  -- if flat
    AND (s.confidence IS NULL OR s.confidence >= :least)  -- if least
    AND s.confidence < :below  -- if below
    AND NOT EXISTS (SELECT 1 FROM judgements g WHERE g.finding = s.id AND g.verdict = 'not_there')  -- if spared
    AND s.id IN (SELECT g.finding FROM judgements g WHERE g.verdict = 'not_there')  -- if refused
    ORDER BY a.ordinal DESC
    LIMIT :limit
) named
UNION  -- if about_words
SELECT ordinal FROM (  -- if about_words
    SELECT s.ordinal  -- if about_words
    FROM statements_fts f CROSS JOIN statements s ON s.ordinal = f.rowid  -- sqlite  -- if about_words
    WHERE statements_fts MATCH :match AND f.rowid < :until  -- sqlite  -- if about_words
    AND f.rowid >= coalesce(:since, 0)  -- sqlite  -- if about_words
-- postgres: FROM statements s  -- if about_words
-- postgres: WHERE s.words @@ likely(:match) AND s.ordinal < :until  -- if about_words
-- postgres: AND s.ordinal >= coalesce(:since, 0)  -- if about_words
    AND (:attitude IS NULL OR +s.attitude = :attitude) AND (:flat IS NULL OR s.parent IS NULL)  -- if about_words
    AND (:least IS NULL OR s.confidence IS NULL OR s.confidence >= :least)  -- if about_words
    AND (:below IS NULL OR s.confidence < :below)  -- if about_words
    AND (:spared IS NULL OR s.id NOT IN (SELECT g.finding FROM judgements g WHERE g.verdict = 'not_there'))  -- if about_words
    AND (:refused IS NULL OR s.id IN (SELECT g.finding FROM judgements g WHERE g.verdict = 'not_there'))  -- if about_words
    ORDER BY f.rowid DESC  -- sqlite  -- if about_words
-- postgres: ORDER BY s.ordinal DESC  -- if about_words
    LIMIT :limit  -- if about_words
) worded  -- if about_words
ORDER BY ordinal DESC
LIMIT :limit

-- name: statement_rows
SELECT s.*, coalesce(x.name, s.source) AS who,
       o.id AS outer_id, coalesce(y.name, o.source) AS outer_who, o.attitude AS outer_attitude,
       o.content AS outer_content,
       a.id AS article_id, a.url, a.headline, a.publisher, a.published, a.blocks,
       s."start" AS first, s."end" AS last,
       substr(a.text, s."start" + 1, s."end" - s."start") AS exact,
       substr(a.text, s.sentence_start + 1, s.sentence_end - s.sentence_start) AS sentence
FROM json_each(:ordinals) j JOIN statements s ON s.ordinal = CAST(j.value AS BIGINT)
JOIN articles a USING (article)
LEFT JOIN actors x ON x.id = s.actor
LEFT JOIN statements o ON o.id = s.parent
LEFT JOIN actors y ON y.id = o.actor

-- part: place_and_day
AND e.latitude >= :south AND e.latitude < :north AND e.longitude >= :west AND e.longitude < :east  -- if south
AND e.latitude IS NULL AND e.place_country IS NULL  -- if nowhere
AND e.latitude IS NULL AND e.place_country IS NOT NULL  -- if in_country
AND (e.confidence IS NULL OR e.confidence >= :least)  -- if least
AND e.confidence < :below  -- if below
AND EXISTS (  -- if known
    SELECT 1 FROM (  -- if known
        SELECT CASE  -- if known
            WHEN e.earliest IS NULL AND e.latest IS NULL AND length(a.published) < 10 THEN a.published  -- if known
            WHEN e.earliest IS NULL OR e.latest IS NULL OR e.earliest = e.latest THEN e.day  -- if known
            WHEN substr(e.earliest, 1, 7) = substr(e.latest, 1, 7) THEN substr(e.day, 1, 7)  -- if known
            WHEN substr(e.earliest, 1, 4) = substr(e.latest, 1, 4) THEN substr(e.day, 1, 4)  -- if known
        END AS day FROM articles a WHERE a.article = e.article  -- if known
    ) k WHERE TRUE  -- if known
    AND substr(k.day, 1, length(:within)) = :within  -- if within
    AND k.day = :exactly  -- if exactly
    AND k.day < :before AND length(k.day) >= length(:before)  -- if before
    AND k.day IS NULL  -- if no_day
)  -- if known

-- name: events
SELECT e.ordinal
FROM events e
WHERE e.same_as IS NULL
AND e.ordinal < :until
AND e.ordinal >= :since  -- if since
AND e.event_type = :event_type  -- if of_type
AND +e.event_type = :event_type  -- if event_type
AND +e.standing = :standing  -- if standing
AND e.mode = :mode  -- if mode
AND e.other_kind = :other_kind  -- if other_kind
AND e.place_country = :place_country  -- if place_country
-- with: place_and_day
AND NOT EXISTS (SELECT 1 FROM judgements g WHERE g.finding = e.id AND g.verdict = 'not_there')  -- if spared
AND e.id IN (SELECT g.finding FROM judgements g WHERE g.verdict = 'not_there')  -- if refused
ORDER BY e.ordinal DESC
LIMIT :limit

-- name: events_of
SELECT DISTINCT p.ordinal
FROM parties p
WHERE p.first = 1
AND p.role = :role
AND p.ordinal < :until
AND p.ordinal >= :since  -- if since
AND p.key = :key  -- if key
AND p.key IN (SELECT value FROM json_each(:keys))  -- if keys
AND p.country = :country  -- if country
AND p.sector = :sector  -- if sector
AND +p.sector = :sector_too  -- if sector_too
AND +p.event_type = :event_type  -- if event_type
AND +p.standing = :standing  -- if standing
AND EXISTS (  -- if other_role
    SELECT 1 FROM parties q  -- if other_role
    WHERE q.first = 1 AND q.role = :other_role AND q.ordinal = p.ordinal AND q.number <> p.number  -- if other_role
    AND q.key IN (SELECT value FROM json_each(:other_keys))  -- if other_keys
    AND q.country = :other_country  -- if other_country
    AND q.sector = :other_sector  -- if other_sector
    AND +q.sector = :other_sector_too  -- if other_sector_too
)  -- if other_role
AND EXISTS (  -- if detail
    SELECT 1 FROM events e  -- if detail
    WHERE e.same_as IS NULL AND e.ordinal = p.ordinal  -- if detail
    AND +e.mode = :mode  -- if mode
    AND +e.other_kind = :other_kind  -- if other_kind
    AND +e.place_country = :place_country  -- if place_country
    -- with: place_and_day
)  -- if detail
AND NOT EXISTS (SELECT 1 FROM judgements g WHERE g.finding = p.event AND g.verdict = 'not_there')  -- if spared
AND p.event IN (SELECT g.finding FROM judgements g WHERE g.verdict = 'not_there')  -- if refused
ORDER BY p.ordinal DESC
LIMIT :limit

-- name: modes
SELECT DISTINCT e.mode AS name FROM events e INDEXED BY events_by_mode WHERE e.same_as IS NULL AND e.mode IS NOT NULL ORDER BY 1

-- name: other_kinds
SELECT DISTINCT e.other_kind AS name
FROM events e INDEXED BY events_by_other_kind
WHERE e.same_as IS NULL AND e.other_kind IS NOT NULL
ORDER BY 1

-- name: party_size
SELECT count(*) FROM (
    SELECT 1 FROM parties p
    WHERE p.first = 1
    AND p.role = :role
    AND p.key IN (SELECT value FROM json_each(:keys))  -- if keys
    AND p.country = :country  -- if country
    AND p.sector = :sector  -- if sector
    LIMIT :limit
) counted

-- name: event_rows
SELECT e.*, a.id AS article_id, a.url, a.headline, a.publisher, a.published, a.blocks,
       CASE
           WHEN e.earliest IS NULL AND e.latest IS NULL AND length(a.published) < 10 THEN a.published
           WHEN e.earliest IS NULL OR e.latest IS NULL OR e.earliest = e.latest THEN e.day
           WHEN substr(e.earliest, 1, 7) = substr(e.latest, 1, 7) THEN substr(e.day, 1, 7)
           WHEN substr(e.earliest, 1, 4) = substr(e.latest, 1, 4) THEN substr(e.day, 1, 4)
       END AS known_day,
       e.trigger_start AS first, e.trigger_end AS last, e."trigger" AS exact,
       substr(a.text, e.sentence_start + 1, e.sentence_end - e.sentence_start) AS sentence,
       CASE WHEN e.reported_by IS NOT NULL THEN coalesce(x.name, s.source, '') END AS reporter,
       (SELECT json_group_array(n.name)  -- sqlite
-- postgres: (SELECT coalesce(CAST(json_agg(n.name ORDER BY p.actor) AS text), '[]')
        FROM parties p JOIN actors n ON n.id = p.actor WHERE p.event = e.id AND p.role = 'actor') AS actors,
       (SELECT json_group_array(n.name)  -- sqlite
-- postgres: (SELECT coalesce(CAST(json_agg(n.name ORDER BY p.actor) AS text), '[]')
        FROM parties p JOIN actors n ON n.id = p.actor WHERE p.event = e.id AND p.role = 'recipient') AS recipients
FROM json_each(:ordinals) j JOIN events e ON e.same_as IS NULL AND e.ordinal = CAST(j.value AS BIGINT)
JOIN articles a USING (article)
LEFT JOIN statements s ON s.id = e.reported_by
LEFT JOIN actors x ON x.id = s.actor

-- name: count_kinds
SELECT
    t.event_type AS value,  -- if by_type
    t.standing AS value,  -- if by_standing
    sum(t.happenings) AS happenings, sum(t.mentions) AS mentions
FROM tallies t
WHERE t.day >= coalesce(:first_day, '')
AND t.day <= :last_day  -- if last_day
AND t.event_type = :event_type  -- if event_type
AND t.standing = :standing  -- if standing
GROUP BY 1
ORDER BY 2 DESC, 1

-- name: count_countries
SELECT e.place_country AS value, count(*) AS happenings, sum(e.mentions) AS mentions
FROM events e INDEXED BY events_by_country
WHERE e.same_as IS NULL AND e.place_country IS NOT NULL
AND +e.event_type = :event_type  -- if event_type
AND e.standing = :standing  -- if standing
AND e.ordinal < :until
AND e.ordinal >= :since  -- if since
AND e.place_country = :place_country  -- if place_country
GROUP BY e.place_country
ORDER BY 2 DESC, 1

-- name: count_parties
SELECT coalesce(m.head, p.key) AS value, count(DISTINCT p.ordinal) AS happenings, sum(p.mentions) AS mentions
FROM parties p INDEXED BY parties_by_key LEFT JOIN person_entities m ON m.key = p.key
WHERE p.first = 1 AND p.role = :role
AND p.event_type = :event_type  -- if event_type
AND p.standing = :standing  -- if standing
AND p.ordinal < :until
AND p.ordinal >= :since  -- if since
GROUP BY 1
ORDER BY 2 DESC, 1

-- name: count_chosen
SELECT
    substr(CASE  -- if letters
        WHEN e.earliest IS NULL AND e.latest IS NULL AND length(a.published) < 10 THEN a.published  -- if letters
        WHEN e.earliest IS NULL OR e.latest IS NULL OR e.earliest = e.latest THEN e.day  -- if letters
        WHEN substr(e.earliest, 1, 7) = substr(e.latest, 1, 7) THEN substr(e.day, 1, 7)  -- if letters
        WHEN substr(e.earliest, 1, 4) = substr(e.latest, 1, 4) THEN substr(e.day, 1, 4)  -- if letters
    END, 1, :letters) AS value,  -- if letters
    e.event_type AS value,  -- if by_type
    e.standing AS value,  -- if by_standing
    e.place_country AS value,  -- if by_country
    coalesce(m.head, p.key) AS value,  -- if by_role
    count(DISTINCT e.ordinal) AS happenings, sum(e.mentions) AS mentions,
    sum(coalesce(e.confidence, 1)) AS expected,
    sum(coalesce(e.confidence * (1 - e.confidence), 0)) AS spread
FROM (chosen) c CROSS JOIN events e ON e.same_as IS NULL AND e.ordinal = c.ordinal
JOIN articles a USING (article)  -- if letters
AND e.place_country IS NOT NULL  -- if by_country
JOIN parties p ON p.event = e.id AND p.role = :by_role  -- if by_role
LEFT JOIN person_entities m ON m.key = p.key  -- if by_role
GROUP BY 1
ORDER BY 1 NULLS FIRST  -- if letters
ORDER BY 2 DESC, 1 NULLS FIRST  -- if !letters

-- name: number_of
SELECT count(*) FROM (chosen) counted

-- name: survey
-- The events of an answer are found once, and counted in several ways.
WITH found AS MATERIALIZED (
    SELECT e.ordinal, e.id, e.event_type, e.standing, e.place_country,
        substr(CASE
            WHEN e.earliest IS NULL AND e.latest IS NULL AND length(a.published) < 10 THEN a.published
            WHEN e.earliest IS NULL OR e.latest IS NULL OR e.earliest = e.latest THEN e.day
            WHEN substr(e.earliest, 1, 7) = substr(e.latest, 1, 7) THEN substr(e.day, 1, 7)
            WHEN substr(e.earliest, 1, 4) = substr(e.latest, 1, 4) THEN substr(e.day, 1, 4)
        END, 1, :letters) AS time
    FROM (chosen) c CROSS JOIN events e ON e.same_as IS NULL AND e.ordinal = c.ordinal JOIN articles a USING (article)
)
SELECT 'type' AS kind, event_type AS value, NULL AS standing, count(*) AS happenings FROM found GROUP BY 2
UNION ALL
SELECT 'standing', standing, NULL, count(*) FROM found GROUP BY 2
UNION ALL
SELECT 'country', place_country, NULL, count(*) FROM found WHERE place_country IS NOT NULL GROUP BY 2
UNION ALL
SELECT p.role, coalesce(m.head, p.key), NULL, count(DISTINCT f.ordinal)
FROM found f CROSS JOIN parties p ON p.event = f.id LEFT JOIN person_entities m ON m.key = p.key
GROUP BY 1, 2
UNION ALL
SELECT 'time', time, standing, count(*) FROM found GROUP BY 2, 3

-- name: count_spots
-- By name, too, so that a place is called as it is called most.
SELECT e.latitude, e.longitude, e.place AS name, e.place_country AS country, count(*) AS happenings
FROM (chosen) c CROSS JOIN events e ON e.same_as IS NULL AND e.ordinal = c.ordinal
GROUP BY 1, 2, 3, 4
ORDER BY 5 DESC, 3 NULLS FIRST, 4 NULLS FIRST

-- name: expectations
-- What became of each is told by its happening: it is past its day where both are.
SELECT x.due, x.id
FROM expectations x
CROSS JOIN chain_findings f ON f.finding = x.id CROSS JOIN chains c ON c.chain = f.chain  -- if !everything
LEFT JOIN chain_findings f ON f.finding = x.id LEFT JOIN chains c ON c.chain = f.chain  -- if everything
WHERE x.leading = 1
AND coalesce(x.settled, 'not computed') <> ''  -- if !everything
AND c.board = 1  -- if !everything
AND c.state IN (SELECT value FROM json_each(:states))  -- if as_told
AND (c.state IN (SELECT value FROM json_each(:states)) AND c.chain NOT IN (SELECT d.chain FROM decided d)  -- if as_decided
     OR c.chain IN (SELECT d.chain FROM decided d WHERE d.state IN (SELECT value FROM json_each(:states))))  -- if as_decided
AND c.due >= :first_due  -- if first_due
AND c.due <= :last_due  -- if last_due
AND +x.kind = :kind  -- if kind
AND (x.confidence IS NULL OR x.confidence >= :least)  -- if least
AND x.confidence < :below  -- if below
AND x.due >= :first_day  -- if first_day
AND x.due <= :last_day  -- if last_day
AND coalesce(x.earliest, x.due) <= :begun  -- if begun
AND (x.due, x.id) > (:after_due, :after_id)  -- if forward
AND (x.due, x.id) < (:after_due, :after_id)  -- if backward
AND NOT EXISTS (SELECT 1 FROM judgements g WHERE g.finding = x.id AND g.verdict = 'not_there')  -- if spared
AND x.id IN (SELECT g.finding FROM judgements g WHERE g.verdict = 'not_there')  -- if refused
ORDER BY x.due, x.id  -- if forward
ORDER BY x.due DESC, x.id DESC  -- if backward
LIMIT :limit

-- name: expectations_of
SELECT DISTINCT w.due, w.expectation AS id
FROM awaited w CROSS JOIN expectations x ON x.id = w.expectation
CROSS JOIN chain_findings f ON f.finding = x.id CROSS JOIN chains c ON c.chain = f.chain  -- if !everything
LEFT JOIN chain_findings f ON f.finding = x.id LEFT JOIN chains c ON c.chain = f.chain  -- if everything
WHERE x.leading = 1
AND coalesce(x.settled, 'not computed') <> ''  -- if !everything
AND c.board = 1  -- if !everything
AND w.role = 'holder'
AND w.key = :key  -- if key
AND w.key IN (SELECT value FROM json_each(:keys))  -- if keys
AND w.country = :country  -- if country
AND +w.sector = :sector  -- if sector
AND +w.sector = :sector_too  -- if sector_too
AND c.state IN (SELECT value FROM json_each(:states))  -- if as_told
AND (c.state IN (SELECT value FROM json_each(:states)) AND c.chain NOT IN (SELECT d.chain FROM decided d)  -- if as_decided
     OR c.chain IN (SELECT d.chain FROM decided d WHERE d.state IN (SELECT value FROM json_each(:states))))  -- if as_decided
AND c.due >= :first_due  -- if first_due
AND c.due <= :last_due  -- if last_due
AND +x.kind = :kind  -- if kind
AND (x.confidence IS NULL OR x.confidence >= :least)  -- if least
AND x.confidence < :below  -- if below
AND w.due >= :first_day  -- if first_day
AND w.due <= :last_day  -- if last_day
AND coalesce(x.earliest, x.due) <= :begun  -- if begun
AND (w.due, w.expectation) > (:after_due, :after_id)  -- if forward
AND (w.due, w.expectation) < (:after_due, :after_id)  -- if backward
AND NOT EXISTS (SELECT 1 FROM judgements g WHERE g.finding = w.expectation AND g.verdict = 'not_there')  -- if spared
AND w.expectation IN (SELECT g.finding FROM judgements g WHERE g.verdict = 'not_there')  -- if refused
ORDER BY w.due, w.expectation  -- if forward
ORDER BY w.due DESC, w.expectation DESC  -- if backward
LIMIT :limit

-- name: expectation_rows
SELECT x.*, c.id AS happening, c.state, c.since, c.why, c.latest AS last_day,
       coalesce((SELECT group_concat(n.name, ', ')  -- sqlite
-- postgres: coalesce((SELECT string_agg(n.name, ', ' ORDER BY w.actor)
                 FROM awaited w JOIN actors n ON n.id = w.actor
                 WHERE w.expectation = x.id AND w.role = 'holder'), x.holder) AS who,
       a.id AS article_id, a.url, a.headline, a.publisher, a.published, a.blocks,
       x.action_start AS first, x.action_end AS last, x."action" AS exact,
       substr(a.text, x.sentence_start + 1, x.sentence_end - x.sentence_start) AS sentence
FROM json_each(:ids) j JOIN expectations x ON x.id = j.value
JOIN articles a USING (article)
LEFT JOIN chain_findings f ON f.finding = x.id LEFT JOIN chains c ON c.chain = f.chain

-- name: entities
SELECT e.articles, e.key
FROM entities e
WHERE (e.articles, e.key) < (:after_articles, :after_key)
AND NOT EXISTS (SELECT 1 FROM person_entities m WHERE m.key = e.key)
AND e.country = :country  -- if country
AND e.sector = :sector  -- if sector
AND +e.sector = :sector_too  -- if sector_too
AND e.key IN (SELECT value FROM json_each(:keys))  -- if keys
AND +e.kind = :kind  -- if kind
AND +e.kind NOT IN ('group', 'role')  -- if named
ORDER BY e.articles DESC, e.key DESC
LIMIT :limit

-- name: persons
SELECT p.articles, p.head AS key
FROM persons p CROSS JOIN entities e ON e.key = p.head
WHERE (p.articles, p.head) < (:after_articles, :after_key)
AND e.country = :country  -- if country
AND e.sector = :sector  -- if sector
AND +e.sector = :sector_too  -- if sector_too
AND e.key IN (SELECT value FROM json_each(:keys))  -- if keys
AND +e.kind = :kind  -- if kind
AND +e.kind NOT IN ('group', 'role')  -- if named
ORDER BY p.articles DESC, p.head DESC
LIMIT :limit

-- name: entity_rows
SELECT e.key, e.name, e.kind, e.country, e.sector, coalesce(p.articles, e.articles) AS articles,
       all_mentions AS mentions, all_acted AS acted, all_received AS received, all_said AS said, a.id AS article_id, a.url, a.headline, a.publisher, a.published, a.blocks,
       a.text, n."start" AS first, n."end" AS last,
       substr(a.text, n."start" + 1, n."end" - n."start") AS exact
FROM (
    SELECT j.value AS row_key, sum(o.mentions) AS all_mentions, sum(o.acted) AS all_acted,
           sum(o.received) AS all_received, sum(o.said) AS all_said
    FROM json_each(:keys) j LEFT JOIN person_entities m ON m.key = j.value
    LEFT JOIN person_entities n ON n.head = m.head
    JOIN entities o ON o.key = coalesce(n.key, j.value)
    GROUP BY j.value
) sums JOIN entities e ON e.key = row_key
LEFT JOIN persons p ON p.head = e.key
JOIN actors n ON n.id = (SELECT m.id FROM actors m WHERE m.key = e.key ORDER BY m.article DESC, m."start", m.id LIMIT 1)
JOIN articles a USING (article)

-- name: called
SELECT n.role AS name, count(*) AS count
FROM actors n
WHERE n.key IN (SELECT :key UNION SELECT m.key FROM person_entities m WHERE m.head = :key) AND n.role IS NOT NULL
GROUP BY n.role
ORDER BY 2 DESC, 1
LIMIT :limit

-- name: with_whom
SELECT e.name, c.count
FROM (
    SELECT q.key, count(DISTINCT p.ordinal) AS count
    FROM parties p CROSS JOIN parties q ON q.event = p.event AND q.role <> p.role AND q.number <> p.number
    WHERE p.first = 1 AND p.key IN (SELECT :key UNION SELECT m.key FROM person_entities m WHERE m.head = :key)
    GROUP BY q.key
    ORDER BY 2 DESC, 1
    LIMIT :limit
) c JOIN entities e USING (key)
ORDER BY 2 DESC, 1

-- name: names
SELECT key, name FROM entities WHERE key IN (SELECT value FROM json_each(:keys))
