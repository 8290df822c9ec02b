-- The ledger in PostgreSQL, schema 6, as schema 11 of SQLite: what persons judged of two actors regroups the persons.
-- What was read stays beside it.

ALTER TABLE person_sightings ADD COLUMN read_person text COLLATE "C";  -- as person, had nobody judged anything
ALTER TABLE person_sightings ADD COLUMN read_rule text COLLATE "C";
ALTER TABLE person_sightings ADD COLUMN read_other text COLLATE "C";
UPDATE person_sightings SET read_person = person, read_rule = rule, read_other = other;
CREATE INDEX person_sightings_by_read ON person_sightings (read_person, key) WHERE read_person IS NOT NULL;
CREATE INDEX person_sightings_unlike ON person_sightings (actor) WHERE person IS DISTINCT FROM read_person;

-- In "touched" is "=" and an actor of whom was judged whether he is one with another.
INSERT INTO touched (key)
SELECT '=' || g.finding FROM judgements g WHERE g.other IS NOT NULL
UNION SELECT '=' || g.other FROM judgements g WHERE g.other IS NOT NULL
ON CONFLICT DO NOTHING;

-- Who is in no article has nothing to be regrouped, and nothing of him is kept.
CREATE FUNCTION persons_judged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND old.other IS NOT NULL THEN
        INSERT INTO touched (key)
        SELECT '=' || s.actor FROM person_sightings s WHERE s.actor IN (old.finding, old.other)
        ON CONFLICT DO NOTHING;
    END IF;
    IF TG_OP <> 'DELETE' AND new.other IS NOT NULL THEN
        INSERT INTO touched (key)
        SELECT '=' || s.actor FROM person_sightings s WHERE s.actor IN (new.finding, new.other)
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER persons_judged_insert AFTER INSERT ON judgements FOR EACH ROW EXECUTE FUNCTION persons_judged();
CREATE TRIGGER persons_judged_update AFTER UPDATE ON judgements FOR EACH ROW EXECUTE FUNCTION persons_judged();
CREATE TRIGGER persons_judged_delete AFTER DELETE ON judgements FOR EACH ROW EXECUTE FUNCTION persons_judged();

-- Who was judged one with somebody who is gone, or another, is looked at again.
CREATE FUNCTION persons_judged_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM touched WHERE key = '=' || old.id;
    INSERT INTO touched (key)
    SELECT '=' || s.actor
    FROM (
        SELECT g.other AS actor FROM judgements g WHERE g.finding = old.id AND g.other IS NOT NULL
        UNION
        SELECT g.finding FROM judgements g WHERE g.other = old.id
    ) x JOIN person_sightings s USING (actor)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER persons_judged_gone AFTER DELETE ON actors FOR EACH ROW EXECUTE FUNCTION persons_judged_gone();
