-- The ledger in PostgreSQL, schema 4, as schema 9 of SQLite: what is counted of the whole ledger is kept counted, and
-- what is due is found in its index. 0.5 is the confidence from which on events are shown: the reader's SHOWN_FROM.

CREATE TABLE shares (              -- distinct events that are sure enough to be shown, by what they have in common
    kind text NOT NULL,
    value text NOT NULL,
    other text NOT NULL,
    happenings bigint NOT NULL,
    mentions bigint NOT NULL,
    PRIMARY KEY (kind, value, other)
);
CREATE INDEX shares_empty ON shares (kind) WHERE happenings = 0;

CREATE TABLE spots (               -- the same by where they were
    latitude double precision NOT NULL,
    longitude double precision NOT NULL,
    place text NOT NULL,
    country text NOT NULL,
    happenings bigint NOT NULL,
    PRIMARY KEY (latitude, longitude, place, country)
);
CREATE INDEX spots_empty ON spots (latitude) WHERE happenings = 0;

WITH shown AS (
    SELECT e.id, e.event_type, e.standing, e.place_country, e.mentions,
           substr(CASE
               WHEN e.earliest IS NULL AND e.latest IS NULL AND length(a.published) < 10 THEN a.published
               WHEN e.earliest IS NULL OR e.latest IS NULL OR e.earliest = e.latest THEN e.day
               WHEN substr(e.earliest, 1, 7) = substr(e.latest, 1, 7) THEN substr(e.day, 1, 7)
               WHEN substr(e.earliest, 1, 4) = substr(e.latest, 1, 4) THEN substr(e.day, 1, 4)
           END, 1, 7) AS month
    FROM events e JOIN articles a USING (article)
    WHERE e.same_as IS NULL AND (e.confidence IS NULL OR e.confidence >= 0.5)
), doers AS (
    SELECT DISTINCT f.id, p.key FROM shown f JOIN parties p ON p.event = f.id AND p.role = 'actor'
), counted AS (
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
INSERT INTO shares (kind, value, other, happenings, mentions)
SELECT kind, value, other, count(DISTINCT id), sum(mentions) FROM counted GROUP BY 1, 2, 3;

INSERT INTO spots (latitude, longitude, place, country, happenings)
SELECT coalesce(e.latitude, 999), coalesce(e.longitude, 999), coalesce(e.place, ''), coalesce(e.place_country, ''), count(*)
FROM events e
WHERE e.same_as IS NULL AND (e.confidence IS NULL OR e.confidence >= 0.5)
GROUP BY 1, 2, 3, 4;

DROP INDEX chains_due;
CREATE INDEX chains_due ON chains (due, id, state, confidence, earliest, ordinal)
    WHERE board = 1 AND expectation IS NOT NULL;
CREATE INDEX articles_by_publisher ON articles (publisher, version, earliest, latest, fetched_at) WHERE current = 1;
