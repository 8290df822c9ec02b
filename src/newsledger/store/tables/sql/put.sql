-- What changes the ledger. Each statement has a name; the values have those of their columns.

-- name: put_runs
INSERT INTO runs (
    command, version, started_at
) VALUES (
    :command, :version, :started_at
)
RETURNING run

-- name: end_run
UPDATE runs SET ended_at = :ended_at WHERE run = :run

-- name: put_makers
INSERT INTO makers (
    digest, version, made_by
) VALUES (
    :digest, :version, :made_by
)
ON CONFLICT (digest) DO NOTHING

-- name: maker
SELECT maker FROM makers WHERE digest = :digest

-- name: put_bytes
INSERT INTO bytes (
    sha256, size, packed
) VALUES (
    :sha256, :size, :packed
)
ON CONFLICT (sha256) DO NOTHING

-- name: put_captures
INSERT INTO captures (
    key, sha256, size, address, url, kind, media_type, published, fetched_at, notes, kept, run
) VALUES (
    :key, :sha256, :size, :address, :url, :kind, :media_type, :published, :fetched_at, :notes, :kept, :run
)
RETURNING capture

-- name: capture
SELECT capture, kept FROM captures WHERE key = :key

-- name: keep_capture
UPDATE captures SET kept = 1 WHERE capture = :capture

-- name: put_works
INSERT INTO works (
    address
) VALUES (
    :address
)
RETURNING work

-- name: put_articles
INSERT INTO articles (
    id, work, version, current, capture, headline, standfirst, body, captions, byline, publisher, origin,
    section, url, canonical_url, published, earliest, latest, published_basis, modified, fetched_at, language,
-- postgres: texts,
    complete, blocks, text, text_sha256
) VALUES (
    :id, :work, :version, :current, :capture, :headline, :standfirst, :body, :captions, :byline, :publisher,
    :origin, :section, :url, :canonical_url, :published, :earliest, :latest, :published_basis, :modified,
    :fetched_at, :language,
-- postgres: ARRAY[:folded_headline, :folded_standfirst, :folded_body, :folded_captions, :folded_byline, :folded_publisher],
    :complete, :blocks, :text, :text_sha256
)
RETURNING article

-- name: article
SELECT
    article, work, version, current, fetched_at, headline, standfirst, body, captions, text, text_sha256
FROM articles WHERE id = :id

-- name: seen_there
SELECT 1
FROM sightings s
JOIN captures c USING (capture)
WHERE s.address = :address AND +s.article = :article
    AND c.address = (SELECT n.address FROM captures n WHERE n.capture = :capture)
    AND NOT EXISTS (SELECT 1 FROM sightings o WHERE o.capture = :capture)
LIMIT 1

-- name: captured
UPDATE articles SET capture = :capture, fetched_at = :fetched_at WHERE article = :article

-- name: owner
SELECT a.article, a.work, a.version, a.fetched_at
FROM works w JOIN articles a ON a.work = w.work AND a.current = 1
WHERE w.address = :address

-- name: mirrored
SELECT n.article, n.work, n.version, n.fetched_at, n.text
FROM sightings s JOIN articles a USING (article) JOIN articles n ON n.work = a.work AND n.current = 1
WHERE s.address = :address
ORDER BY s.capture DESC
LIMIT 1

-- name: fetched_at
SELECT fetched_at FROM articles WHERE article = :article

-- name: last_version
SELECT max(version) FROM articles WHERE work = :work

-- name: retire
UPDATE articles SET current = 0 WHERE article = :article

-- name: put_sightings
INSERT INTO sightings (
    capture, article, address
) VALUES (
    :capture, :article, :address
)
ON CONFLICT (capture) DO NOTHING

-- name: sighted
SELECT 1 FROM sightings WHERE article = :article AND address IS :address

-- name: retire_readings
UPDATE readings SET current = 0 WHERE article = :article

-- name: put_readings
INSERT INTO readings (
    article, maker, current, digest, record, run
) VALUES (
    :article, :maker, :current, :digest, :record, :run
)
RETURNING reading

-- name: put_actors
INSERT INTO actors (
    id, article, key, name, kind, country, sector, role, mentions, "start", "end", country_confidence
) VALUES (
    :id, :article, :key, :name, :kind, :country, :sector, :role, :mentions, :start, :end, :country_confidence
)

-- name: put_mentions
INSERT INTO mentions (
    actor, "start", "end", form, words
) VALUES (
    :actor, :start, :end, :form, :words
)

-- name: put_times
INSERT INTO times (
    id, article, words, "start", "end", type, value, mod, earliest, latest
) VALUES (
    :id, :article, :words, :start, :end, :type, :value, :mod, :earliest, :latest
)

-- name: put_statements
INSERT INTO statements (
    id, article, source, cue, content, "start", "end", sentence_start, sentence_end, spans, form, attitude,
    actor, actor_key, actor_country, actor_sector, addressee, said_at, parent, day, block_role, rule,
-- postgres: texts,
    confidence
) VALUES (
    :id, :article, :source, :cue, :content, :start, :end, :sentence_start, :sentence_end, :spans, :form,
    :attitude, :actor, :actor_key, :actor_country, :actor_sector, :addressee, :said_at, :parent, :day, :block_role, :rule,
-- postgres: ARRAY[:folded_content],
    :confidence
)

-- name: put_about
INSERT INTO about (
    key, ordinal, country
) SELECT :key, ordinal, :country FROM statements WHERE id = :statement

-- name: put_events
INSERT INTO events (
    id, article, same_as, mentions, event_type, other_kind, plover_type, mode, context, cameo, quad,
    goldstein, standing, reported_by, "trigger", trigger_start, trigger_end, actor, actor_start, actor_end,
    recipient, recipient_start, recipient_end, reciprocal, place, place_country, latitude, longitude,
    earliest, latest, day, sentence_start, sentence_end, block_role, rule, confidence
) VALUES (
    :id, :article, :same_as, :mentions, :event_type, :other_kind, :plover_type, :mode, :context, :cameo,
    :quad, :goldstein, :standing, :reported_by, :trigger, :trigger_start, :trigger_end, :actor, :actor_start,
    :actor_end, :recipient, :recipient_start, :recipient_end, :reciprocal, :place, :place_country, :latitude,
    :longitude, :earliest, :latest, :day, :sentence_start, :sentence_end, :block_role, :rule,
    :confidence
)

-- name: put_parties
INSERT INTO parties (
    event, role, actor, key, country, sector, event_type, standing, day, first, mentions, number, ordinal
) VALUES (
    :event, :role, :actor, :key, :country, :sector, :event_type, :standing, :day, :first, :mentions, :number,
    (SELECT ordinal FROM events WHERE id = :event)
)

-- name: put_numbers
INSERT INTO numbers (
    event, what, value, bound, words, "start", "end"
) VALUES (
    :event, :what, :value, :bound, :words, :start, :end
)

-- name: put_expectations
INSERT INTO expectations (
    id, article, same_as, "leading", kind, holder, holder_start, holder_end, speaker, statement, "action", action_start,
    action_end, sentence_start, sentence_end, condition, strength, negated, earliest, latest, window_basis, "window", event, event_type,
    settled, day, rule, confidence
) VALUES (
    :id, :article, :same_as, :leading, :kind, :holder, :holder_start, :holder_end, :speaker, :statement, :action,
    :action_start, :action_end, :sentence_start, :sentence_end, :condition, :strength, :negated, :earliest, :latest, :window_basis, :window,
    :event, :event_type, :settled, :day, :rule, :confidence
)

-- name: put_awaited
INSERT INTO awaited (
    expectation, role, actor, key, country, sector, latest
) VALUES (
    :expectation, :role, :actor, :key, :country, :sector, :latest
)

-- name: put_spellings
INSERT INTO spellings (
    folded, key
) VALUES (
    :folded, :key
)
ON CONFLICT DO NOTHING

-- name: put_failures
INSERT INTO failures (
    key, capture, url, sha256, room, reason, attempts, run
) VALUES (
    :key, :capture, :url, :sha256, :room, :reason, :attempts, :run
)
ON CONFLICT (key) DO UPDATE SET
    attempts = failures.attempts + 1, room = excluded.room, reason = excluded.reason, run = excluded.run

-- name: mend
DELETE FROM failures WHERE key = :key

-- name: tombstone
SELECT why FROM tombstones WHERE id = :id
UNION ALL
SELECT why FROM forgotten JOIN tombstones USING (tombstone) WHERE sha256 = :sha256

-- name: drop_awaited
DELETE FROM awaited WHERE expectation IN (SELECT id FROM expectations WHERE article = :article)

-- name: drop_expectations
DELETE FROM expectations WHERE article = :article

-- name: drop_numbers
DELETE FROM numbers WHERE event IN (SELECT id FROM events WHERE article = :article)

-- name: drop_parties
DELETE FROM parties WHERE event IN (SELECT id FROM events WHERE article = :article)

-- name: drop_events
DELETE FROM events WHERE article = :article

-- name: drop_about
DELETE FROM about WHERE (key, ordinal) IN (
    SELECT a.key, s.ordinal FROM actors a JOIN statements s USING (article) WHERE a.article = :article
)

-- name: drop_statements
DELETE FROM statements WHERE article = :article

-- name: drop_times
DELETE FROM times WHERE article = :article

-- name: drop_mentions
DELETE FROM mentions WHERE actor IN (SELECT id FROM actors WHERE article = :article)

-- name: drop_actors
DELETE FROM actors WHERE article = :article

-- name: put_ungrouped
INSERT INTO ungrouped (article) VALUES (:article) ON CONFLICT DO NOTHING
