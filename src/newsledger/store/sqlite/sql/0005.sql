-- The ledger, schema 5: persons over articles and spellings.
-- Whom an article names, or calls by an office alone, is held against others by keys: "n" and a hash of the sound of a
-- surname, "o" and a hash of an office with its country, "l" and a hash of the sound of the name of the office's listed
-- holder on that day. A person's id is that of the earliest article's actor who has his name.

CREATE TABLE unjoined (            -- articles whose persons are still to be held against those of others
    article INTEGER PRIMARY KEY,
    reread INTEGER NOT NULL        -- 1: they are to be taken from the record anew; 0: only the story may have changed
) STRICT;
INSERT INTO unjoined (article, reread) SELECT article, 1 FROM articles WHERE current = 1;

CREATE TABLE touched (             -- keys of whom an article no longer has; "@" and an actor: one of the same key in actors
    key TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE person_sightings (    -- a person of an article, or somebody whom it calls by an office alone
    actor TEXT PRIMARY KEY REFERENCES actors (id),
    article INTEGER NOT NULL REFERENCES articles (article),
    key TEXT NOT NULL,             -- as in actors
    story TEXT,                    -- id of the article's story
    told TEXT NOT NULL,            -- JSON: names, country, office, and where they stand: the receipt
    person TEXT,                   -- id of the person; NULL: an office of which it is not known who has it
    rule TEXT,                     -- why: name/same, name/spelling, name/story, name/office, office/listed, office/story,
                                   -- office/days; NULL: with him the person begins
    other TEXT                     -- the actor whose words are the receipt on the other side
) STRICT, WITHOUT ROWID;
CREATE INDEX person_sightings_by_article ON person_sightings (article);
CREATE INDEX person_sightings_by_key ON person_sightings (key, person);
CREATE INDEX person_sightings_by_person ON person_sightings (person, key) WHERE person IS NOT NULL;

CREATE TABLE person_keys (         -- by which persons are held against each other
    key TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (key, actor)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_keys_by_actor ON person_keys (actor);

CREATE TABLE persons (             -- persons who have several keys in entities
    head TEXT PRIMARY KEY,         -- the key of the most articles, whose row in entities names him
    person TEXT NOT NULL UNIQUE,
    articles INTEGER NOT NULL      -- in which he is, by any of the keys
) STRICT, WITHOUT ROWID;
CREATE INDEX persons_by_articles ON persons (articles, head);

CREATE TABLE person_entities (     -- keys that are one person's, and nobody else's
    key TEXT PRIMARY KEY,
    head TEXT NOT NULL REFERENCES persons (head) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX person_entities_by_head ON person_entities (head);

CREATE TRIGGER persons_insert AFTER INSERT ON actors WHEN new.kind IN ('person', 'role') BEGIN
    INSERT INTO unjoined (article, reread) VALUES (new.article, 1) ON CONFLICT DO UPDATE SET reread = 1;
END;
CREATE TRIGGER persons_delete AFTER DELETE ON actors WHEN old.kind IN ('person', 'role') BEGIN
    INSERT INTO touched (key) SELECT key FROM person_keys WHERE actor = old.id ON CONFLICT DO NOTHING;
    INSERT INTO touched (key)
    SELECT * FROM (SELECT '@' || actor FROM person_sightings WHERE key = old.key AND actor <> old.id LIMIT 1) WHERE TRUE
    ON CONFLICT DO NOTHING;
    DELETE FROM person_keys WHERE actor = old.id;
    DELETE FROM person_sightings WHERE actor = old.id;
END;
CREATE TRIGGER persons_leave AFTER DELETE ON entities BEGIN
    INSERT INTO touched (key)
    SELECT * FROM (
        SELECT '@' || s.actor
        FROM person_entities m JOIN person_entities n USING (head) JOIN person_sightings s ON s.key = n.key
        WHERE m.key = old.key LIMIT 1
    ) WHERE TRUE
    ON CONFLICT DO NOTHING;
    DELETE FROM persons WHERE head = (SELECT head FROM person_entities WHERE key = old.key);
    DELETE FROM person_entities WHERE head = (SELECT head FROM person_entities WHERE key = old.key);
END;
CREATE TRIGGER persons_story_insert AFTER INSERT ON story_reports BEGIN
    INSERT INTO unjoined (article, reread)
    SELECT article, 0 FROM reports WHERE place = new.place AND article IS NOT NULL
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER persons_story_delete AFTER DELETE ON story_reports BEGIN
    INSERT INTO unjoined (article, reread)
    SELECT article, 0 FROM reports WHERE place = old.place AND article IS NOT NULL
    ON CONFLICT DO NOTHING;
END;
