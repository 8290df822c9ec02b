-- Articles that are grouped: their copies, their neighbours, their stories.

-- name: by_keys
-- All that grouping asks for has a key. A server that has no count yet of what just came, or an old one, would rather go
-- through a whole table; this holds until the transaction ends.
SELECT 1  -- sqlite
-- postgres: SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off

-- name: ungrouped
SELECT a.article, a.id, a.current, a.headline, a.publisher, a.url, a.canonical_url, a.earliest, a.blocks, a.text
FROM ungrouped u CROSS JOIN articles a USING (article) ORDER BY u.article LIMIT :limit

-- name: grouped
DELETE FROM ungrouped WHERE article = :article

-- name: forgotten
SELECT place FROM reports WHERE article IS NULL ORDER BY place LIMIT :limit

-- name: source
SELECT a.article, a.id, a.current, a.headline, a.publisher, a.url, a.canonical_url, a.earliest, a.blocks, a.text
FROM reports r JOIN articles a USING (article) WHERE r.place = :place

-- name: report
SELECT * FROM reports WHERE place = :place

-- name: reports
SELECT r.* FROM json_each(:places) j CROSS JOIN reports r ON r.place = CAST(j.value AS BIGINT)

-- name: sketches
SELECT r.place, r.article, r.outlet, r.digest, r.shingles
FROM json_each(:places) j CROSS JOIN reports r ON r.place = CAST(j.value AS BIGINT)

-- name: report_of
SELECT * FROM reports WHERE article = :article

-- name: put_reports
INSERT INTO reports (
    place, article, outlet, digest, shingles, heavy, features, leader, original, nearness
) VALUES (
    :place, :article, :outlet, :digest, :shingles, :heavy, :features, :leader, :original, :nearness
)

-- name: drop_report
DELETE FROM reports WHERE place = :place

-- name: set_column
UPDATE reports SET "{column}" = :value WHERE place = :place

-- name: column
SELECT r.place, r."{column}" AS value FROM json_each(:places) j CROSS JOIN reports r ON r.place = CAST(j.value AS BIGINT)

-- name: having
SELECT r.place FROM json_each(:values) j CROSS JOIN reports r ON r."{column}" = CAST(j.value AS BIGINT)

-- name: before
SELECT CAST(j.value AS BIGINT) AS value, s.place
FROM json_each(:values) j CROSS JOIN "{table}" s ON s.value = CAST(j.value AS BIGINT) AND s.place IN (  -- sqlite
-- postgres: FROM json_each(:values) j CROSS JOIN LATERAL (
    SELECT n.place FROM "{table}" n WHERE n.value = CAST(j.value AS BIGINT) AND n.place < :place ORDER BY n.place DESC LIMIT :width
)  -- sqlite
-- postgres: ) s
ORDER BY s.place DESC

-- name: after
SELECT CAST(j.value AS BIGINT) AS value, s.place
FROM json_each(:values) j CROSS JOIN "{table}" s ON s.value = CAST(j.value AS BIGINT) AND s.place IN (  -- sqlite
-- postgres: FROM json_each(:values) j CROSS JOIN LATERAL (
    SELECT n.place FROM "{table}" n WHERE n.value = CAST(j.value AS BIGINT) AND n.place > :place ORDER BY n.place LIMIT :width
)  -- sqlite
-- postgres: ) s
ORDER BY s.place

-- name: put_posting
INSERT INTO "{table}" (value, place) VALUES (:value, :place) ON CONFLICT DO NOTHING

-- name: drop_posting
DELETE FROM "{table}" WHERE value = :value AND place = :place

-- name: within
-- Of values, each with two reports, those of which no more than so many reports that have it come after the first one
-- and not after the second.
SELECT CAST(j.key AS BIGINT) AS number FROM json_each(:asked) j
WHERE json_extract(j.value, '$[2]') < coalesce((  -- sqlite
-- postgres: WHERE number_at(j.value, 2) < coalesce((
    SELECT n.place FROM "{table}" n
    WHERE n.value = json_extract(j.value, '$[0]') AND n.place > json_extract(j.value, '$[1]')  -- sqlite
-- postgres: WHERE n.value = number_at(j.value, 0) AND n.place > number_at(j.value, 1)
    ORDER BY n.place LIMIT 1 OFFSET :width
), 9223372036854775807)

-- name: of_outlet
SELECT CAST(j.value AS BIGINT) AS value, s.place
FROM json_each(:values) j CROSS JOIN shingles s ON s.value = CAST(j.value AS BIGINT) CROSS JOIN reports r ON r.place = s.place
WHERE r.outlet = :outlet
ORDER BY s.place

-- name: furniture
SELECT CAST(j.value AS BIGINT) AS value FROM json_each(:values) j
WHERE EXISTS (SELECT 1 FROM furniture f WHERE f.outlet = :outlet AND f.value = CAST(j.value AS BIGINT))

-- name: pages_with
SELECT place FROM furniture WHERE outlet = :outlet AND value = :value ORDER BY place LIMIT :most

-- name: put_furniture
INSERT INTO furniture (outlet, value, place) VALUES (:outlet, :value, :place) ON CONFLICT DO NOTHING

-- name: drop_furniture
DELETE FROM furniture WHERE outlet = :outlet AND value = :value AND place = :place

-- name: copies
SELECT c.* FROM json_each(:places) j CROSS JOIN copies c ON c.first = CAST(j.value AS BIGINT)
UNION
SELECT c.* FROM json_each(:places) j CROSS JOIN copies c ON c.second = CAST(j.value AS BIGINT)
ORDER BY 1, 2

-- name: copy_kinds
SELECT c.first, c.second, c.kind FROM json_each(:places) j CROSS JOIN copies c ON c.first = CAST(j.value AS BIGINT)
UNION ALL
SELECT c.first, c.second, c.kind FROM json_each(:places) j CROSS JOIN copies c ON c.second = CAST(j.value AS BIGINT)

-- name: copied
SELECT c.first, c.second FROM json_each(:pairs) j CROSS JOIN copies c
ON c.first = json_extract(j.value, '$[0]') AND c.second = json_extract(j.value, '$[1]')  -- sqlite
-- postgres: ON c.first = number_at(j.value, 0) AND c.second = number_at(j.value, 1)

-- name: put_copies
INSERT INTO copies (
    first, second, kind, words, share, passages
) VALUES (
    :first, :second, :kind, :words, :share, :passages
)
ON CONFLICT (first, second) DO UPDATE SET
    kind = excluded.kind, words = excluded.words, share = excluded.share, passages = excluded.passages

-- name: drop_copies
DELETE FROM copies WHERE first = :first AND second = :second

-- name: near
SELECT n.place, n.other, n.cosine FROM json_each(:places) j CROSS JOIN neighbours n ON n.place = CAST(j.value AS BIGINT)

-- name: near_pairs
SELECT n.place, n.other, n.cosine FROM json_each(:pairs) j CROSS JOIN neighbours n
ON n.place = json_extract(j.value, '$[0]') AND n.other = json_extract(j.value, '$[1]')  -- sqlite
-- postgres: ON n.place = number_at(j.value, 0) AND n.other = number_at(j.value, 1)

-- name: put_neighbours
INSERT INTO neighbours (
    place, other, cosine
) VALUES (
    :place, :other, :cosine
)
ON CONFLICT (place, other) DO UPDATE SET cosine = excluded.cosine

-- name: drop_neighbours
DELETE FROM neighbours WHERE place = :place AND other = :other

-- name: stories_of
SELECT DISTINCT s.story, s.id, s.part, s.reports
FROM json_each(:places) j CROSS JOIN story_reports m ON m.place = CAST(j.value AS BIGINT) CROSS JOIN stories s USING (story)
ORDER BY s.id

-- name: members
SELECT m.place, m.other, m.score, m.why FROM story_reports m WHERE m.story = :story ORDER BY m.place

-- name: drop_members
DELETE FROM story_reports WHERE story = (SELECT story FROM stories WHERE id = :id)

-- name: story_number
SELECT story FROM stories WHERE id = :id

-- name: drop_story
DELETE FROM stories WHERE id = :id

-- name: put_stories
INSERT INTO stories (
    id, part, first_day, last_day, articles, reports, fresh
) VALUES (
    :id, :part, :first_day, :last_day, :articles, :reports, 0
)
RETURNING story

-- name: put_story_reports
INSERT INTO story_reports (
    place, story, other, score, why
) VALUES (
    :place, :story, :other, :score, :why
)

-- name: article_ids
SELECT r.place, a.id FROM json_each(:places) j CROSS JOIN reports r ON r.place = CAST(j.value AS BIGINT) JOIN articles a USING (article)

-- name: places
SELECT place FROM reports ORDER BY place

-- name: all_stories
SELECT story, id FROM stories ORDER BY id

-- name: lives
SELECT c.id, c.told, c.state, c.earliest, c.latest, c.reports, c.copies,
       (SELECT json_group_array(m.mention)  -- sqlite
-- postgres: (SELECT coalesce(CAST(json_agg(m.mention) AS text), '[]')
        FROM chain_mentions m WHERE m.chain = c.chain) AS mentions,
       (SELECT json_group_array(t.id)  -- sqlite
-- postgres: (SELECT coalesce(CAST(json_agg(t.id) AS text), '[]')
        FROM chain_stories o JOIN stories t USING (story) WHERE o.chain = c.chain) AS stories,
       (SELECT count(*) FROM chain_steps s WHERE s.chain = c.chain) AS steps
FROM chains c WHERE c.story = :story

-- name: unfresh
SELECT story, id FROM stories WHERE fresh = 0 ORDER BY story LIMIT :limit

-- name: stories_at
SELECT s.story, s.id FROM json_each(:stories) j CROSS JOIN stories s ON s.story = CAST(j.value AS BIGINT) ORDER BY s.id

-- name: told_members
SELECT m.place, a.id, r.mentions
FROM story_reports m JOIN reports r USING (place) JOIN articles a USING (article)
WHERE m.story = :story ORDER BY m.place

-- name: copies_within
SELECT x.id AS first, y.id AS second, c.kind
FROM story_reports m CROSS JOIN copies c ON c.first = m.place
CROSS JOIN story_reports o ON o.place = c.second AND o.story = m.story
CROSS JOIN reports f ON f.place = c.first CROSS JOIN articles x ON x.article = f.article
CROSS JOIN reports s ON s.place = c.second CROSS JOIN articles y ON y.article = s.article
WHERE m.story = :story

-- name: copies_across
SELECT x.id AS first, y.id AS second, c.kind
FROM json_each(:stories) j CROSS JOIN story_reports m ON m.story = CAST(j.value AS BIGINT)
CROSS JOIN copies c ON c.first = m.place
CROSS JOIN story_reports o ON o.place = c.second AND o.story <> m.story
AND o.story IN (SELECT CAST(i.value AS BIGINT) FROM json_each(:stories) i)
CROSS JOIN reports f ON f.place = c.first CROSS JOIN articles x ON x.article = f.article
CROSS JOIN reports s ON s.place = c.second CROSS JOIN articles y ON y.article = s.article
ORDER BY 1, 2

-- name: forget_mentions
UPDATE reports SET mentions = NULL WHERE place = :place

-- name: make_unfresh
UPDATE stories SET fresh = 0 WHERE story = (SELECT story FROM story_reports WHERE place = :place)

-- name: make_both_unfresh
UPDATE stories SET fresh = 0
WHERE story = (SELECT story FROM story_reports WHERE place = :first)
  AND story = (SELECT story FROM story_reports WHERE place = :second)

-- name: reading
SELECT r.record, m.made_by, a.text
FROM reports p JOIN articles a USING (article) JOIN readings r USING (article) JOIN makers m USING (maker)
WHERE p.place = :place AND r.current = 1

-- name: put_mentions
UPDATE reports SET mentions = :mentions WHERE place = :place

-- name: make_fresh
UPDATE stories SET fresh = 1 WHERE story = :story

-- name: unfresh_others
-- The other stories that tell of the happenings of some are to be looked at again.
UPDATE stories SET fresh = 0 WHERE story IN (
    SELECT o.story
    FROM json_each(:stories) j CROSS JOIN chain_stories m ON m.story = CAST(j.value AS BIGINT)
    CROSS JOIN chain_stories o ON o.chain = m.chain
)

-- name: chains_of
SELECT DISTINCT m.chain FROM json_each(:stories) j CROSS JOIN chain_stories m ON m.story = CAST(j.value AS BIGINT)

-- name: drop_chain_mentions
DELETE FROM chain_mentions WHERE chain = :chain

-- name: drop_chain_findings
DELETE FROM chain_findings WHERE chain = :chain

-- name: drop_chain_steps
DELETE FROM chain_steps WHERE chain = :chain

-- name: drop_chain_parties
DELETE FROM chain_parties WHERE chain = :chain

-- name: drop_chain_stories
DELETE FROM chain_stories WHERE chain = :chain

-- name: drop_chains
DELETE FROM chains WHERE chain = :chain

-- name: put_chains
INSERT INTO chains (
    id, story, act, state, since, why, earliest, latest, day, board, mentions, articles, reports, copies, confidence,
    told
) VALUES (
    :id,
    (SELECT m.story FROM articles a JOIN reports r USING (article) JOIN story_reports m USING (place) WHERE a.id = :article),
    :act, :state, :since, :why, :earliest, :latest, :day, :board, :mentions, :articles, :reports, :copies, :confidence,
    :told
)
RETURNING chain

-- name: put_chain_stories
INSERT INTO chain_stories (chain, story)
SELECT DISTINCT m.chain, s.story FROM chain_mentions m JOIN story_reports s USING (place) WHERE m.chain = :chain

-- name: put_chain_mentions
INSERT INTO chain_mentions (mention, chain, place)
SELECT :mention, :chain, r.place FROM articles a JOIN reports r USING (article) WHERE a.id = :article

-- name: put_chain_findings
INSERT INTO chain_findings (finding, chain) VALUES (:finding, :chain) ON CONFLICT DO NOTHING

-- name: put_chain_steps
INSERT INTO chain_steps (
    chain, number, at, state, earliest, latest, why, by, receipts
) VALUES (
    :chain, :number, :at, :state, :earliest, :latest, :why, :by, :receipts
)

-- name: put_chain_parties
INSERT INTO chain_parties (chain, role, key, name, country, sector)
SELECT f.chain, p.role, p.key, max(x.name), max(p.country), max(p.sector)
FROM chain_findings f JOIN parties p ON p.event = f.finding JOIN actors x ON x.id = p.actor
WHERE f.chain = :chain GROUP BY f.chain, p.role, p.key
UNION ALL
SELECT f.chain, w.role, w.key, max(x.name), max(w.country), max(w.sector)
FROM chain_findings f JOIN awaited w ON w.expectation = f.finding AND w.role = 'holder' JOIN actors x ON x.id = w.actor
WHERE f.chain = :chain GROUP BY f.chain, w.role, w.key

-- name: set_event
-- Of its events the one that tells most: first one whose words tell the state that it is in, for a reader holds the one
-- against the other; what is done before what is planned, the surest, the first.
UPDATE chains SET (event, event_type, other_kind, mode, place, place_country) = (
    SELECT e.id, e.event_type, e.other_kind, e.mode, e.place, e.place_country
    FROM chain_findings f JOIN events e ON e.id = f.finding JOIN chains c ON c.chain = f.chain
    WHERE f.chain = :chain
    ORDER BY CASE
                 WHEN c.state IN ('denied', 'called_off') AND e.standing = 'denied' THEN 0
                 WHEN c.state IN ('planned', 'dated', 'moved') AND e.standing = 'planned' THEN 0
                 WHEN c.state IN ('planned', 'dated', 'moved', 'hinted') AND e.standing = 'hypothetical' THEN 1
                 ELSE 2
             END,
             CASE e.standing WHEN 'happened' THEN 0 WHEN 'ongoing' THEN 1 WHEN 'planned' THEN 2 ELSE 3 END,
             e.event_type = 'OTHER', e.confidence DESC NULLS LAST, e.day NULLS FIRST, e.id
    LIMIT 1
)
WHERE chain = :chain

-- name: set_expectation
UPDATE chains SET expectation = (
    SELECT x.id FROM chain_findings f JOIN expectations x ON x.id = f.finding
    WHERE f.chain = :chain
    ORDER BY x.latest IS NULL, x.strength <> 'firm', x.confidence DESC NULLS LAST, x.day NULLS FIRST, x.id
    LIMIT 1
)
WHERE chain = :chain

-- name: put_scheduled
INSERT INTO scheduled (
    mention, story, place, earliest, latest, done, told
) VALUES (
    :mention, :story, :place, :earliest, :latest, :done, :told
)

-- name: put_scheduled_keys
INSERT INTO scheduled_keys (key, mention) VALUES (:key, :mention)

-- name: drop_scheduled_keys
DELETE FROM scheduled_keys WHERE mention IN (SELECT mention FROM scheduled WHERE story = :story)

-- name: drop_scheduled
DELETE FROM scheduled WHERE story = :story

-- name: scheduled_of
SELECT * FROM scheduled WHERE story = :story ORDER BY mention

-- name: keys_of_scheduled
SELECT key FROM scheduled_keys WHERE mention = :mention ORDER BY key

-- name: told_scheduled
SELECT s.mention, s.told FROM json_each(:mentions) j CROSS JOIN scheduled s ON s.mention = j.value

-- name: met
SELECT DISTINCT o.story, m.mention AS mine, o.mention AS theirs
FROM scheduled m CROSS JOIN scheduled_keys k ON k.mention = m.mention
CROSS JOIN scheduled_keys q ON q.key = k.key
CROSS JOIN scheduled o ON o.mention = q.mention
CROSS JOIN stories s ON s.story = o.story
WHERE m.story = :story
AND o.story NOT IN (SELECT CAST(j.value AS BIGINT) FROM json_each(:known) j)
AND (m.done = 0 OR o.done = 0)
AND m.earliest <= o.latest AND o.earliest <= m.latest
AND s.fresh = 1
ORDER BY 1, 2, 3
