-- What is kept counted of the events that are sure enough to be shown.

-- name: counted
-- The migrations have it once more, since what brought a ledger up to date must not change afterwards.
WITH shown AS (
    SELECT e.id, e.event_type, e.standing, e.place_country, e.mentions,
           substr(CASE
               WHEN e.earliest IS NULL AND e.latest IS NULL AND length(a.published) < 10 THEN a.published
               WHEN e.earliest IS NULL OR e.latest IS NULL OR e.earliest = e.latest THEN e.day
               WHEN substr(e.earliest, 1, 7) = substr(e.latest, 1, 7) THEN substr(e.day, 1, 7)
               WHEN substr(e.earliest, 1, 4) = substr(e.latest, 1, 4) THEN substr(e.day, 1, 4)
           END, 1, 7) AS month
    FROM events e JOIN articles a USING (article)
    WHERE e.same_as IS NULL AND (e.confidence IS NULL OR e.confidence >= :least)
    AND e.article = :article  -- if article
), doers AS (
    SELECT DISTINCT f.id, p.key FROM shown f JOIN parties p ON p.event = f.id AND p.role = 'actor'
), counts AS (
    SELECT 'type' AS kind, event_type AS value, '' AS other, id, mentions FROM shown
    UNION ALL
    SELECT 'time', coalesce(month, ''), standing, id, mentions FROM shown
    UNION ALL
    SELECT 'country', place_country, '', id, mentions FROM shown WHERE place_country IS NOT NULL
    UNION ALL
    SELECT p.role, p.key, '', f.id, f.mentions FROM shown f JOIN parties p ON p.event = f.id
    UNION ALL
    SELECT 'dyad', d.key, p.key, f.id, f.mentions
    FROM shown f JOIN doers d ON d.id = f.id JOIN parties p ON p.event = f.id AND p.role = 'recipient'
)
SELECT kind, value, other, count(DISTINCT id) AS happenings, sum(mentions) AS mentions FROM counts GROUP BY 1, 2, 3

-- name: count_shares
INSERT INTO shares AS s (kind, value, other, happenings, mentions)
SELECT kind, value, other, :sign * happenings, :sign * mentions FROM (counted) c WHERE TRUE
ON CONFLICT (kind, value, other) DO UPDATE
SET happenings = s.happenings + excluded.happenings, mentions = s.mentions + excluded.mentions

-- name: count_spots
INSERT INTO spots AS s (latitude, longitude, place, country, happenings)
SELECT coalesce(e.latitude, 999), coalesce(e.longitude, 999), coalesce(e.place, ''), coalesce(e.place_country, ''), :sign * count(*)
FROM events e
WHERE e.article = :article AND e.same_as IS NULL AND (e.confidence IS NULL OR e.confidence >= :least)
GROUP BY 1, 2, 3, 4
ON CONFLICT (latitude, longitude, place, country) DO UPDATE SET happenings = s.happenings + excluded.happenings

-- name: drop_shares
DELETE FROM shares WHERE happenings = 0

-- name: drop_spots
DELETE FROM spots WHERE happenings = 0

-- name: plain
SELECT kind, value, other, happenings FROM shares WHERE kind IN ('type', 'time', 'country')

-- name: sides
-- Persons who have several keys are one: what several of these count may be the same event.
SELECT coalesce(m.head, s.value) AS value, sum(s.happenings) AS happenings, sum(s.mentions) AS mentions,
       count(*) AS keys
FROM shares s LEFT JOIN person_entities m ON m.key = s.value
WHERE s.kind = :kind
GROUP BY 1

-- name: others
SELECT coalesce(m.head, s.other) AS value, sum(s.happenings) AS happenings, sum(s.mentions) AS mentions,
       count(*) AS keys
FROM shares s LEFT JOIN person_entities m ON m.key = s.other
WHERE s.kind = 'dyad' AND s.value = :key
GROUP BY 1

-- name: settled
SELECT m.head AS value, count(DISTINCT p.ordinal) AS happenings
FROM json_each(:heads) j CROSS JOIN person_entities m ON m.head = j.value
CROSS JOIN parties p ON p.key = m.key AND p.role = :kind AND p.first = 1
CROSS JOIN events e ON e.same_as IS NULL AND e.ordinal = p.ordinal
WHERE (e.confidence IS NULL OR e.confidence >= :least)
AND NOT EXISTS (SELECT 1 FROM judgements g WHERE g.finding = e.id AND g.verdict = 'not_there')  -- if spared
GROUP BY 1

-- name: spots
SELECT nullif(latitude, 999) AS latitude, nullif(longitude, 999) AS longitude, nullif(place, '') AS name,
       nullif(country, '') AS country, happenings
FROM spots
ORDER BY happenings DESC, 3 NULLS FIRST, 4 NULLS FIRST
