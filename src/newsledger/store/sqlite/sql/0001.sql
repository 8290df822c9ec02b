-- The ledger, schema 1. Comments stay in the schema, for people who read it there.
-- Findings are those of each article's current version and current reading; what came before is kept in
-- "readings" and told in "changes". Days are ISO dates; spans are half-open code points into articles.text, so that
-- substr(text, "start" + 1, "end" - "start") are the words.

CREATE TABLE runs (                -- each time that somebody added, read again or forgot
    run INTEGER PRIMARY KEY,
    command TEXT NOT NULL,
    version TEXT NOT NULL,         -- of newsledger
    started_at TEXT NOT NULL,      -- ISO 8601, UTC
    ended_at TEXT                  -- NULL: still going, or it was stopped
) STRICT;

CREATE TABLE makers (              -- what made readings: version, model and word lists
    maker INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,   -- sha256 of "made_by"
    version TEXT NOT NULL,
    made_by TEXT NOT NULL          -- JSON, as in the record
) STRICT;

CREATE TABLE bytes (               -- saved pages by their hash; not there after --no-bytes
    sha256 TEXT PRIMARY KEY,
    size INTEGER NOT NULL,         -- before packing
    packed BLOB NOT NULL           -- zlib
) STRICT, WITHOUT ROWID;

CREATE TABLE captures (            -- a page as it was once saved, from one address
    capture INTEGER PRIMARY KEY AUTOINCREMENT, -- as in articles and readings: no number comes twice, so that
                                   -- "newsledger verify" sees where one is missing that no tombstone accounts for
    key TEXT NOT NULL UNIQUE,      -- hash of all that the reader is given
    sha256 TEXT NOT NULL,          -- of its bytes
    size INTEGER NOT NULL,
    address TEXT,                  -- where it came from, as one address in the ledger
    url TEXT,                      -- the same as it was given
    kind TEXT NOT NULL,            -- page, text or record
    media_type TEXT,
    published TEXT,                -- a date that somebody gave
    fetched_at TEXT,               -- ISO 8601
    notes TEXT NOT NULL,           -- JSON: the user's own fields
    kept INTEGER NOT NULL,         -- 1: its bytes are in "bytes"
    run INTEGER NOT NULL REFERENCES runs (run)
) STRICT;
CREATE INDEX captures_by_sha256 ON captures (sha256);

CREATE TABLE works (               -- joins the addresses and the versions of one article
    work INTEGER PRIMARY KEY,
    address TEXT UNIQUE            -- the canonical address of its first version
) STRICT;

CREATE TABLE articles (            -- one version of an article
    article INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,       -- hash of headline and body, so that mirrors agree
    work INTEGER NOT NULL REFERENCES works (work),
    version INTEGER NOT NULL,      -- 1, 2 …
    current INTEGER NOT NULL,      -- 1: the newest version
    capture INTEGER REFERENCES captures (capture),
    headline TEXT,
    byline TEXT,
    publisher TEXT,
    origin TEXT,                   -- the agency that it comes from
    section TEXT,
    url TEXT,
    canonical_url TEXT,
    published TEXT,                -- as exact as it is known
    earliest TEXT,                 -- first day that "published" allows
    latest TEXT,                   -- last day that it allows
    published_basis TEXT NOT NULL, -- given, metadata, url, text, inferred or unknown
    modified TEXT,
    fetched_at TEXT,               -- of the capture
    language TEXT,
    complete INTEGER,              -- 0: cut, or behind a pay wall
    standfirst TEXT,
    body TEXT,                     -- datelines, body, live entries and corrections
    captions TEXT,
    blocks TEXT NOT NULL,          -- JSON: [["headline", start, end], …], all parts of the page in order
    text TEXT NOT NULL,            -- the whole page; every span points into it
    text_sha256 TEXT NOT NULL,
    -- Order by day, for paging: the day as a number (without gaps in mind) times 2^32, and the row's own number.
    ordinal INTEGER AS ((coalesce(substr(earliest, 1, 4) * 372 + substr(earliest, 6, 2) * 31
                                + substr(earliest, 9, 2), 0) << 32) | article) VIRTUAL,
    UNIQUE (work, version)
) STRICT;
CREATE UNIQUE INDEX articles_in_order ON articles (ordinal, current);

-- What is searched: words that were read, never menus. Its rowid is articles.ordinal, so that hits come by day.
CREATE VIRTUAL TABLE articles_fts USING fts5 (
    headline, standfirst, body, captions, byline, publisher,
    content="articles", content_rowid="ordinal", tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER articles_fts_insert AFTER INSERT ON articles BEGIN
    INSERT INTO articles_fts (rowid, headline, standfirst, body, captions, byline, publisher)
    VALUES (new.ordinal, new.headline, new.standfirst, new.body, new.captions, new.byline, new.publisher);
END;
CREATE TRIGGER articles_fts_delete AFTER DELETE ON articles BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, headline, standfirst, body, captions, byline, publisher)
    VALUES ('delete', old.ordinal, old.headline, old.standfirst, old.body, old.captions, old.byline, old.publisher);
END;
CREATE TRIGGER articles_fts_update
AFTER UPDATE OF earliest, headline, standfirst, body, captions, byline, publisher ON articles BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, headline, standfirst, body, captions, byline, publisher)
    VALUES ('delete', old.ordinal, old.headline, old.standfirst, old.body, old.captions, old.byline, old.publisher);
    INSERT INTO articles_fts (rowid, headline, standfirst, body, captions, byline, publisher)
    VALUES (new.ordinal, new.headline, new.standfirst, new.body, new.captions, new.byline, new.publisher);
END;

CREATE TABLE sightings (           -- each capture in which a version was seen, and where
    capture INTEGER PRIMARY KEY REFERENCES captures (capture),
    article INTEGER NOT NULL REFERENCES articles (article),
    address TEXT                   -- canonical where the page names one
) STRICT;
CREATE INDEX sightings_by_article ON sightings (article);
CREATE INDEX sightings_by_address ON sightings (address);

CREATE TABLE readings (            -- whole records; an upgrade adds one
    reading INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles (article),
    maker INTEGER NOT NULL REFERENCES makers (maker),
    current INTEGER NOT NULL,      -- 1: the newest reading of its version
    digest TEXT NOT NULL,          -- of the whole record
    record BLOB NOT NULL,          -- zlib of its JSON without the text and without made_by
    text BLOB,                     -- zlib of the text that its spans point into; NULL: articles.text
    run INTEGER NOT NULL REFERENCES runs (run),
    UNIQUE (article, digest)
) STRICT;

CREATE TABLE actors (              -- one for each entity of an article
    id TEXT PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (article),
    key TEXT NOT NULL,             -- the same for the same entity in any article
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT,                  -- ISO 3166-1 alpha-3
    sector TEXT,                   -- PLOVER
    role TEXT,
    mentions INTEGER NOT NULL,
    "start" INTEGER NOT NULL,      -- the first mention
    "end" INTEGER NOT NULL
) STRICT;
CREATE INDEX actors_by_article ON actors (article, key);
CREATE INDEX actors_by_key ON actors (key, article, role);

CREATE TABLE entities (            -- one for each key: how often it is there; kept by triggers
    key TEXT PRIMARY KEY,
    name TEXT NOT NULL,            -- the longest that an article gives it
    kind TEXT NOT NULL,
    country TEXT,
    sector TEXT,                   -- the last that an article gives it
    articles INTEGER NOT NULL,     -- in which it is
    mentions INTEGER NOT NULL,     -- words that name it, in all of them
    acted INTEGER NOT NULL DEFAULT 0,    -- distinct happenings in which it is an actor
    received INTEGER NOT NULL DEFAULT 0, -- in which it is a recipient
    said INTEGER NOT NULL DEFAULT 0      -- statements that it makes
) STRICT, WITHOUT ROWID;
CREATE INDEX entities_by_articles ON entities (articles, key);
CREATE INDEX entities_by_country ON entities (country, articles, key) WHERE country IS NOT NULL;
CREATE INDEX entities_by_sector ON entities (sector, articles, key) WHERE sector IS NOT NULL;
CREATE TRIGGER entities_insert AFTER INSERT ON actors BEGIN
    INSERT INTO entities (key, name, kind, country, sector, articles, mentions)
    VALUES (new.key, new.name, new.kind, new.country, new.sector, 1, new.mentions)
    ON CONFLICT (key) DO UPDATE SET
        sector = coalesce(excluded.sector, sector),
        articles = articles + NOT EXISTS (
            SELECT 1 FROM actors a WHERE a.article = new.article AND a.key = new.key AND a.id <> new.id
        ),
        mentions = mentions + excluded.mentions,
        name = CASE WHEN length(excluded.name) > length(name) THEN excluded.name ELSE name END;
END;
CREATE TRIGGER entities_delete AFTER DELETE ON actors BEGIN
    UPDATE entities
    SET articles = articles - NOT EXISTS (
            SELECT 1 FROM actors a WHERE a.article = old.article AND a.key = old.key
        ),
        mentions = mentions - old.mentions
    WHERE key = old.key;
    DELETE FROM entities WHERE key = old.key AND articles <= 0;
END;

CREATE TABLE spellings (           -- words by which an actor may be asked for, folded
    folded TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (folded, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE mentions (            -- words that name an actor
    actor TEXT NOT NULL REFERENCES actors (id),
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    form TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (actor, "start", "end")
) STRICT, WITHOUT ROWID;

CREATE TABLE times (               -- words that say when
    id TEXT PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (article),
    words TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    type TEXT,                     -- TIMEX3
    value TEXT,                    -- TIMEX3
    mod TEXT,                      -- TIMEX3
    earliest TEXT,
    latest TEXT
) STRICT;
CREATE INDEX times_by_article ON times (article);

CREATE TABLE statements (          -- who said what
    statement INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES articles (article),
    source TEXT,                   -- the words for who says it
    cue TEXT,
    content TEXT NOT NULL,         -- parts are joined by " … "
    "start" INTEGER NOT NULL,      -- of the first word of any part
    "end" INTEGER NOT NULL,        -- of the last
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    spans TEXT NOT NULL,           -- JSON: {"source": [[start, end], …], "cue": …, "content": …}
    form TEXT NOT NULL,
    attitude TEXT NOT NULL,
    actor TEXT REFERENCES actors (id) DEFERRABLE INITIALLY DEFERRED,
    actor_key TEXT,
    actor_country TEXT,
    actor_sector TEXT,
    addressee TEXT,
    said_at TEXT REFERENCES times (id) DEFERRABLE INITIALLY DEFERRED,
    parent TEXT REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED,
    day TEXT,                      -- when it was said, else when it was published
    block_role TEXT NOT NULL,
    rule TEXT NOT NULL,
    -- Order by day, for paging, as in articles.
    ordinal INTEGER AS ((coalesce(substr(day, 1, 4) * 372 + substr(day, 6, 2) * 31
                                + substr(day, 9, 2), 0) << 32) | statement) VIRTUAL
) STRICT;
CREATE INDEX statements_by_article ON statements (article);
CREATE INDEX statements_by_parent ON statements (parent) WHERE parent IS NOT NULL;
CREATE UNIQUE INDEX statements_in_order ON statements (ordinal);
CREATE INDEX statements_by_actor ON statements (actor_key, ordinal, attitude) WHERE actor_key IS NOT NULL;
CREATE INDEX statements_by_country ON statements (actor_country, ordinal, attitude) WHERE actor_country IS NOT NULL;
CREATE INDEX statements_by_sector ON statements (actor_sector, ordinal, attitude) WHERE actor_sector IS NOT NULL;
CREATE INDEX statements_by_attitude ON statements (attitude, ordinal);
CREATE VIRTUAL TABLE statements_fts USING fts5 (
    content, content="statements", content_rowid="ordinal", tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER statements_insert AFTER INSERT ON statements BEGIN
    INSERT INTO statements_fts (rowid, content) VALUES (new.ordinal, new.content);
    UPDATE entities SET said = said + 1 WHERE key = new.actor_key;
END;
CREATE TRIGGER statements_delete AFTER DELETE ON statements BEGIN
    INSERT INTO statements_fts (statements_fts, rowid, content) VALUES ('delete', old.ordinal, old.content);
    UPDATE entities SET said = said - 1 WHERE key = old.actor_key;
END;

CREATE TABLE about (               -- who is spoken of in a statement, also where only a pronoun stands for it
    key TEXT NOT NULL,
    ordinal INTEGER NOT NULL,        -- statements.ordinal
    country TEXT,
    PRIMARY KEY (key, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX about_by_country ON about (country, ordinal) WHERE country IS NOT NULL;

CREATE TABLE events (              -- who did what to whom; a row is one mention
    event INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES articles (article),
    same_as TEXT REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED, -- the first mention; NULL: this is it
    mentions INTEGER NOT NULL,     -- of the same happening in its article; 0 where same_as is set
    event_type TEXT NOT NULL,      -- the act itself: PLOVER, or OTHER
    other_kind TEXT,
    plover_type TEXT,              -- as older coders would book it
    mode TEXT,
    context TEXT,                  -- PLOVER contexts, parted by a space
    cameo TEXT,
    quad INTEGER,
    goldstein REAL,
    standing TEXT NOT NULL,        -- happened, ongoing, planned, hypothetical, denied or alleged
    reported_by TEXT REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED, -- NULL: the outlet itself
    "trigger" TEXT NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    actor TEXT,                    -- the words; who they are: parties
    actor_start INTEGER,
    actor_end INTEGER,
    recipient TEXT,
    recipient_start INTEGER,
    recipient_end INTEGER,
    reciprocal INTEGER NOT NULL,
    place TEXT,
    place_country TEXT,
    latitude REAL,
    longitude REAL,
    earliest TEXT,                 -- NULL: the words do not tell when
    latest TEXT,
    day TEXT,                      -- earliest, else the day of the report
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    block_role TEXT NOT NULL,
    rule TEXT NOT NULL,
    -- Order by day, for paging, as in articles.
    ordinal INTEGER AS ((coalesce(substr(day, 1, 4) * 372 + substr(day, 6, 2) * 31
                                + substr(day, 9, 2), 0) << 32) | event) VIRTUAL
) STRICT;
CREATE INDEX events_by_article ON events (article);
CREATE INDEX events_by_statement ON events (reported_by) WHERE reported_by IS NOT NULL;
-- Of happenings, not of mentions: in order, and all that is counted without a look at the row itself.
CREATE UNIQUE INDEX events_in_order ON events (ordinal, standing, event_type) WHERE same_as IS NULL;
CREATE INDEX events_by_type ON events (event_type, ordinal, standing) WHERE same_as IS NULL;
CREATE INDEX events_by_mode ON events (mode, ordinal, standing) WHERE same_as IS NULL AND mode IS NOT NULL;
CREATE INDEX events_by_other_kind ON events (other_kind, ordinal, standing)
    WHERE same_as IS NULL AND other_kind IS NOT NULL;
CREATE INDEX events_by_country ON events (place_country, ordinal, standing, event_type, mentions)
    WHERE same_as IS NULL AND place_country IS NOT NULL;

CREATE TABLE tallies (             -- distinct events and their mentions by day; kept by triggers, so that counts are quick
    day TEXT NOT NULL,             -- '' where it is not known
    event_type TEXT NOT NULL,
    standing TEXT NOT NULL,
    happenings INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    PRIMARY KEY (day, event_type, standing)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER events_insert AFTER INSERT ON events WHEN new.same_as IS NULL BEGIN
    INSERT INTO tallies (day, event_type, standing, happenings, mentions)
    VALUES (coalesce(new.day, ''), new.event_type, new.standing, 1, new.mentions)
    ON CONFLICT DO UPDATE SET happenings = happenings + 1, mentions = mentions + excluded.mentions;
END;
CREATE TRIGGER events_delete AFTER DELETE ON events WHEN old.same_as IS NULL BEGIN
    UPDATE tallies SET happenings = happenings - 1, mentions = mentions - old.mentions
    WHERE day = coalesce(old.day, '') AND event_type = old.event_type AND standing = old.standing;
    DELETE FROM tallies
    WHERE day = coalesce(old.day, '') AND event_type = old.event_type AND standing = old.standing AND happenings <= 0;
END;
CREATE INDEX events_same ON events (same_as) WHERE same_as IS NOT NULL;

CREATE TABLE parties (             -- the actors of an event
    event TEXT NOT NULL REFERENCES events (id),
    role TEXT NOT NULL,            -- actor or recipient; those of a reciprocal event are both
    actor TEXT NOT NULL REFERENCES actors (id) DEFERRABLE INITIALLY DEFERRED,
    key TEXT NOT NULL,
    country TEXT,
    sector TEXT,
    event_type TEXT NOT NULL,
    standing TEXT NOT NULL,
    day TEXT,                      -- of the event
    first INTEGER NOT NULL,        -- 1: of the first mention of its happening
    mentions INTEGER NOT NULL,     -- of the event
    number INTEGER NOT NULL,       -- of the actor in the event: of a reciprocal one the same on either side
    ordinal INTEGER NOT NULL,        -- events.ordinal
    PRIMARY KEY (event, role, actor)
) STRICT;
CREATE INDEX parties_by_actor ON parties (actor);
CREATE INDEX parties_by_key ON parties (key, role, ordinal, standing, event_type, number, mentions) WHERE first = 1;
CREATE INDEX parties_by_country ON parties (country, role, ordinal, standing, event_type, number, mentions)
    WHERE first = 1 AND country IS NOT NULL;
CREATE INDEX parties_by_sector ON parties (sector, role, ordinal, standing, event_type, number, mentions)
    WHERE first = 1 AND sector IS NOT NULL;
CREATE TRIGGER parties_insert AFTER INSERT ON parties WHEN new.first = 1 BEGIN
    UPDATE entities SET acted = acted + (new.role = 'actor'), received = received + (new.role = 'recipient')
    WHERE key = new.key;
END;
CREATE TRIGGER parties_delete AFTER DELETE ON parties WHEN old.first = 1 BEGIN
    UPDATE entities SET acted = acted - (old.role = 'actor'), received = received - (old.role = 'recipient')
    WHERE key = old.key;
END;

CREATE TABLE numbers (             -- counts that belong to an event
    event TEXT NOT NULL REFERENCES events (id),
    what TEXT NOT NULL,            -- killed, injured, arrested, participants, amount
    value REAL NOT NULL,
    bound TEXT NOT NULL,           -- exact, about, at_least or at_most
    words TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (event, "start", what)
) STRICT, WITHOUT ROWID;

CREATE TABLE expectations (        -- what is said to be coming; a row is one mention
    id TEXT PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (article),
    same_as TEXT REFERENCES expectations (id) DEFERRABLE INITIALLY DEFERRED, -- the first mention; NULL: this is it
    leading INTEGER NOT NULL,      -- 1: of several mentions the one that stands for all: the first with a date
    kind TEXT NOT NULL,
    holder TEXT,                   -- the words for who is to act, or who hopes
    holder_start INTEGER,
    holder_end INTEGER,
    speaker TEXT,
    statement TEXT REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED,
    "action" TEXT NOT NULL,
    action_start INTEGER NOT NULL,
    action_end INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    condition TEXT,
    strength TEXT NOT NULL,
    negated INTEGER NOT NULL,
    earliest TEXT,                 -- first day of its window
    latest TEXT,                   -- last day of its window
    window_basis TEXT NOT NULL,
    "window" TEXT,                 -- the words of time
    event TEXT REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED,
    event_type TEXT,               -- of the report that would settle it
    settled TEXT,                  -- what would settle it, as a sentence of a fixed form
    state TEXT NOT NULL,           -- as far as articles tell: open, kept, broken … (the calendar: see views)
    day TEXT,                      -- of the article
    rule TEXT NOT NULL,
    due TEXT AS (coalesce(latest, '9999-12-31')) VIRTUAL -- "latest", for order: open windows come last
) STRICT;
CREATE INDEX expectations_by_article ON expectations (article);
CREATE INDEX expectations_in_order ON expectations (due, id) WHERE leading = 1;
CREATE INDEX expectations_by_state ON expectations (state, due, id) WHERE leading = 1;
CREATE INDEX expectations_by_kind ON expectations (kind, due, id) WHERE leading = 1;
CREATE INDEX expectations_same ON expectations (same_as) WHERE same_as IS NOT NULL;
CREATE INDEX expectations_by_event ON expectations (event) WHERE event IS NOT NULL;

CREATE TABLE awaited (             -- whom an expectation is about
    expectation TEXT NOT NULL REFERENCES expectations (id),
    role TEXT NOT NULL,            -- holder, actor or recipient
    actor TEXT NOT NULL REFERENCES actors (id) DEFERRABLE INITIALLY DEFERRED,
    key TEXT NOT NULL,
    country TEXT,
    sector TEXT,
    latest TEXT,                   -- of its window
    due TEXT AS (coalesce(latest, '9999-12-31')) VIRTUAL,
    PRIMARY KEY (expectation, role, actor)
) STRICT, WITHOUT ROWID;
CREATE INDEX awaited_by_key ON awaited (key, role, due, expectation);
CREATE INDEX awaited_by_country ON awaited (country, role, due, expectation);

CREATE TABLE steps (               -- what became of expectations; only ever added to
    expectation TEXT NOT NULL,     -- id of an expectation, also of one that a newer version no longer has
    number INTEGER NOT NULL,
    at TEXT,                       -- the day from which it is so
    state TEXT NOT NULL,
    why TEXT NOT NULL,
    by TEXT NOT NULL,              -- rule, or a person's name
    proposed TEXT,                 -- a state that a person is asked to confirm
    score REAL,
    receipts TEXT NOT NULL,        -- JSON
    run INTEGER NOT NULL REFERENCES runs (run),
    PRIMARY KEY (expectation, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE unfollowed (          -- articles that have not yet been held against what was expected
    article INTEGER PRIMARY KEY REFERENCES articles (article)
) STRICT;

CREATE TABLE evidence (            -- later articles that tell something of an expectation
    expectation TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (article),
    PRIMARY KEY (expectation, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_by_article ON evidence (article);

CREATE TABLE waiting (             -- whom an expectation waits for, coarsely: who may be the same
    handle TEXT NOT NULL,
    event_type TEXT,               -- of the act
    expectation TEXT NOT NULL REFERENCES expectations (id),
    role TEXT NOT NULL             -- holder, party (of the act) or condition (a party of what it hangs on)
) STRICT;
CREATE INDEX waiting_by_handle ON waiting (handle, event_type, role, expectation);
CREATE INDEX waiting_by_expectation ON waiting (expectation, role, handle, event_type);

CREATE TABLE told (                -- which acts an article tells or plans anew, by whom, coarsely
    handle TEXT NOT NULL,
    event_type TEXT NOT NULL,
    day TEXT,                      -- of the article
    article INTEGER NOT NULL REFERENCES articles (article),
    role TEXT NOT NULL             -- actor, recipient or planned
) STRICT;
CREATE INDEX told_by_handle ON told (handle, event_type, day, article, role);
CREATE INDEX told_by_article ON told (article, handle, event_type, role);

CREATE TABLE successors (          -- ids across versions: what stood there stands here now
    before TEXT PRIMARY KEY,
    after TEXT NOT NULL,
    kind TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX successors_by_after ON successors (after);

CREATE TABLE changes (             -- what a new version or a new reading changed
    change INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL REFERENCES readings (reading), -- the new one
    cause TEXT NOT NULL,           -- version or reader
    kind TEXT NOT NULL,            -- actor, time, statement, event or expectation
    finding TEXT NOT NULL,         -- its id: the old one where it went
    what TEXT NOT NULL,            -- added, gone or changed
    fields TEXT,                   -- of a change: which, parted by a space
    rule_before TEXT,
    rule_after TEXT
) STRICT;
CREATE INDEX changes_by_reading ON changes (reading);

CREATE TABLE failures (            -- what could not be read
    failure INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    capture INTEGER REFERENCES captures (capture), -- NULL: there were no bytes
    url TEXT,
    sha256 TEXT,
    room TEXT NOT NULL,
    reason TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    run INTEGER NOT NULL REFERENCES runs (run)
) STRICT;

CREATE TABLE tombstones (          -- what was forgotten, and why: a row is one version of an article, or a failure
    tombstone INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT,                       -- of the article
    text_sha256 TEXT,
    digests TEXT NOT NULL,         -- JSON: of its readings
    counts TEXT NOT NULL,          -- JSON: how many rows went with it, by table
    why TEXT NOT NULL,
    scrubbed INTEGER NOT NULL,     -- 1: its words are out of the file's empty places, too
    run INTEGER NOT NULL REFERENCES runs (run)
) STRICT;
CREATE INDEX tombstones_by_id ON tombstones (id);

CREATE TABLE forgotten (           -- bytes that stay out, by their hash
    sha256 TEXT PRIMARY KEY,
    tombstone INTEGER NOT NULL REFERENCES tombstones (tombstone)
) STRICT, WITHOUT ROWID;

CREATE VIEW happenings AS          -- distinct events, each with its sentence
SELECT e.*, substr(a.text, e.sentence_start + 1, e.sentence_end - e.sentence_start) AS sentence,
       a.id AS article_id, a.headline, a.publisher, a.url
FROM events e JOIN articles a USING (article)
WHERE e.same_as IS NULL;

CREATE VIEW happenings_by_party AS -- a row for each actor and recipient of a distinct event
SELECT e.id, e.day, e.event_type, e.other_kind, e.standing, p.role, x.name, p.key, p.country, p.sector, e.mentions,
       substr(a.text, e.sentence_start + 1, e.sentence_end - e.sentence_start) AS sentence,
       a.id AS article_id, a.headline, a.publisher, a.url
FROM parties p JOIN events e ON e.id = p.event JOIN actors x ON x.id = p.actor JOIN articles a ON a.article = e.article
WHERE p.first = 1;

CREATE VIEW statements_with_words AS -- who said what, each with its sentences and its speaker's name
SELECT s.id, s.day, x.name AS speaker, s.actor_key AS speaker_key, s.actor_country AS country,
       s.actor_sector AS sector, s.attitude, s.form, s.source, s.cue, s.content, s.addressee, s.parent,
       substr(a.text, s.sentence_start + 1, s.sentence_end - s.sentence_start) AS sentence, s.rule,
       a.id AS article_id, a.headline, a.publisher, a.url
FROM statements s JOIN articles a USING (article) LEFT JOIN actors x ON x.id = s.actor;

CREATE VIEW outlook_today AS       -- distinct expectations, and their state by today's calendar
SELECT x.id,
       CASE
           WHEN x.state NOT IN ('open', 'due_soon', 'overdue') THEN x.state
           WHEN x.latest < date('now') THEN 'overdue'
           WHEN x.latest <= date('now', '+30 days') THEN 'due_soon'
           ELSE 'open'
       END AS state,
       x.latest, x.earliest, x.kind, x.strength, x.holder, x."action", x.condition, x."window", x.settled, x.day,
       substr(a.text, x.sentence_start + 1, x.sentence_end - x.sentence_start) AS sentence, x.rule,
       a.id AS article_id, a.headline, a.publisher, a.url
FROM expectations x JOIN articles a USING (article)
WHERE x.same_as IS NULL;

CREATE VIEW rules AS               -- how many findings each rule has made
SELECT 'event' AS kind, rule, count(*) AS findings FROM events GROUP BY rule
UNION ALL SELECT 'statement', rule, count(*) FROM statements GROUP BY rule
UNION ALL SELECT 'expectation', rule, count(*) FROM expectations GROUP BY rule;

CREATE VIEW versions AS            -- each version of each article, and what changed in its findings
SELECT a.work, a.version, a.current, a.id AS article_id, a.headline, a.published, a.fetched_at, a.url,
       (SELECT count(*) FROM readings r JOIN changes c USING (reading)
        WHERE r.article = a.article AND c.what = 'added') AS added,
       (SELECT count(*) FROM readings r JOIN changes c USING (reading)
        WHERE r.article = a.article AND c.what = 'gone') AS gone,
       (SELECT count(*) FROM readings r JOIN changes c USING (reading)
        WHERE r.article = a.article AND c.what = 'changed') AS changed
FROM articles a;
