-- The ledger in PostgreSQL, schema 1: the same tables as in a ledger file of schema 6 (store/sqlite/sql). All of it lies in a
-- schema of its own. Texts sort by their code points, as in SQLite, whatever the database's own order is.
-- Findings are those of each article's current version and current reading; what came before is kept in
-- "readings" and told in "changes". Days are ISO dates; spans are half-open code points into articles.text, so that
-- substr(text, "start" + 1, "end" - "start") are the words.

CREATE TABLE ledger (              -- what this is, so that no other schema is taken for one
    name text PRIMARY KEY CHECK (name = 'newsledger'),
    version bigint NOT NULL        -- of the schema
);

CREATE TABLE given (               -- the last number that each table gave; none comes twice, so that "newsledger
    name text PRIMARY KEY,         -- verify" sees where one is missing that no tombstone accounts for
    seq bigint NOT NULL
);

CREATE FUNCTION given_number(named text) RETURNS bigint LANGUAGE sql VOLATILE AS $$
    INSERT INTO given AS g (name, seq) VALUES (named, 1) ON CONFLICT (name) DO UPDATE SET seq = g.seq + 1 RETURNING seq
$$;

-- One writer at a time: see "Several at once" in docs/postgres.md.
CREATE FUNCTION next_number(named text, col text) RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE found bigint;
BEGIN
    EXECUTE format('SELECT coalesce(max(%I), 0) + 1 FROM %I', col, named) INTO found;
    RETURN found;
END $$;

-- Order by day, for paging: the day as a number (without gaps in mind) times 2^32, and the row's own number.
CREATE FUNCTION ordinal_of(day text, number bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
    SELECT (coalesce(pg_catalog.substr(day, 1, 4)::bigint * 372 + pg_catalog.substr(day, 6, 2)::bigint * 31
                     + pg_catalog.substr(day, 9, 2)::bigint, 0) << 32) | number
$$;

CREATE FUNCTION substr(words text, first bigint, number bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT pg_catalog.substr(words, first::int, number::int)
$$;

CREATE FUNCTION instr(words text, part text) RETURNS int LANGUAGE sql IMMUTABLE AS $$
    SELECT pg_catalog.strpos(words, part)
$$;

-- The values of a JSON list, and their places.
CREATE FUNCTION each_of(list text) RETURNS TABLE (value text, key bigint) LANGUAGE sql IMMUTABLE AS $$
    SELECT e.value, e.place - 1 FROM jsonb_array_elements_text(list::jsonb) WITH ORDINALITY e (value, place)
$$;

CREATE FUNCTION text_at(list text, place int) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT list::jsonb ->> place $$;

CREATE FUNCTION number_at(list text, place int) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
    SELECT (list::jsonb ->> place)::bigint
$$;

-- The version of newsledger in what a maker is; NULL where that cannot be read.
CREATE FUNCTION version_in(made_by text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN made_by::jsonb ->> 'version';
EXCEPTION WHEN data_exception THEN
    RETURN NULL;
END $$;

-- The last day on which something is told of an expectation: 120 days after its window, or a year after an article that gave
-- none; of a leap day that is the first of March, as in SQLite.
CREATE FUNCTION last_told(latest text, day text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN latest IS NULL
        THEN to_char((date_trunc('month', day::timestamp) + interval '1 year')
                     + (extract(day FROM day::timestamp)::int - 1) * interval '1 day', 'YYYY-MM-DD')
        ELSE to_char(latest::timestamp + interval '120 days', 'YYYY-MM-DD')
    END
$$;

-- The words of folded texts for the index, each with the letter of the field that it stands in: headline, body (with the
-- standfirst), captions, byline, publisher; a single text is a body.
CREATE FUNCTION words_of(texts text[]) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
    SELECT array_to_tsvector(coalesce(array_agg(DISTINCT
        CASE WHEN array_length(texts, 1) = 1 THEN 'b' ELSE pg_catalog.substr('hbbcyp', t.place::int, 1) END || '/' || w.word
    ), '{}'))
    FROM unnest(texts) WITH ORDINALITY t (words, place)
    CROSS JOIN LATERAL unnest(string_to_array(t.words, ' ')) w (word)
    WHERE w.word <> ''
$$;

-- What is looked for, as far as the index knows it: each word, and not that they stand in a row.
CREATE FUNCTION likely(wanted text) RETURNS tsquery LANGUAGE sql IMMUTABLE AS $$
    SELECT (wanted::jsonb ->> 'likely')::tsquery
$$;

-- Whether folded texts say what is wanted: {"words": " in a row ", "fields": [1, …]}, {"all": […], "without": […]} or
-- {"any": […]}.
CREATE FUNCTION says(wanted jsonb, texts text[]) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE part jsonb;
BEGIN
    IF wanted ? 'words' THEN
        FOR part IN SELECT jsonb_array_elements(wanted -> 'fields') LOOP
            IF strpos(texts[part::int], wanted ->> 'words') > 0 THEN
                RETURN TRUE;
            END IF;
        END LOOP;
        RETURN FALSE;
    END IF;
    FOR part IN SELECT jsonb_array_elements(coalesce(wanted -> 'any', wanted -> 'all')) LOOP
        IF says(part, texts) = (wanted ? 'any') THEN
            RETURN wanted ? 'any';
        END IF;
    END LOOP;
    FOR part IN SELECT jsonb_array_elements(coalesce(wanted -> 'without', '[]')) LOOP
        IF says(part, texts) THEN
            RETURN FALSE;
        END IF;
    END LOOP;
    RETURN NOT wanted ? 'any';
END $$;

-- The index alone answers where no words are to stand in a row.
CREATE FUNCTION has_words(wanted text, texts text[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN wanted::jsonb -> 'exact' = 'null' THEN TRUE ELSE says(wanted::jsonb -> 'exact', texts) END
$$;

CREATE TABLE runs (                -- each time that somebody added, read again or forgot
    run bigint PRIMARY KEY DEFAULT next_number('runs', 'run'),
    command text COLLATE "C" NOT NULL,
    version text COLLATE "C" NOT NULL,         -- of newsledger
    started_at text COLLATE "C" NOT NULL,      -- ISO 8601, UTC
    ended_at text COLLATE "C"                  -- NULL: still going, or it was stopped
);

CREATE TABLE makers (              -- what made readings: version, model and word lists
    maker bigint PRIMARY KEY DEFAULT next_number('makers', 'maker'),
    digest text COLLATE "C" NOT NULL UNIQUE,   -- sha256 of "made_by"
    version text COLLATE "C" NOT NULL,
    made_by text COLLATE "C" NOT NULL          -- JSON, as in the record
);

CREATE TABLE bytes (               -- saved pages by their hash; not there after --no-bytes
    sha256 text COLLATE "C" PRIMARY KEY,
    size bigint NOT NULL,         -- before packing
    packed bytea NOT NULL           -- zlib
);

CREATE TABLE captures (            -- a page as it was once saved, from one address
    capture bigint PRIMARY KEY DEFAULT given_number('captures'), -- as in articles and readings: no number comes twice, so that
                                   -- "newsledger verify" sees where one is missing that no tombstone accounts for
    key text COLLATE "C" NOT NULL UNIQUE,      -- hash of all that the reader is given
    sha256 text COLLATE "C" NOT NULL,          -- of its bytes
    size bigint NOT NULL,
    address text COLLATE "C",                  -- where it came from, as one address in the ledger
    url text COLLATE "C",                      -- the same as it was given
    kind text COLLATE "C" NOT NULL,            -- page, text or record
    media_type text COLLATE "C",
    published text COLLATE "C",                -- a date that somebody gave
    fetched_at text COLLATE "C",               -- ISO 8601
    notes text COLLATE "C" NOT NULL,           -- JSON: the user's own fields
    kept bigint NOT NULL,         -- 1: its bytes are in "bytes"
    run bigint NOT NULL REFERENCES runs (run)
);
CREATE INDEX captures_by_sha256 ON captures (sha256);

CREATE TABLE works (               -- joins the addresses and the versions of one article
    work bigint PRIMARY KEY DEFAULT next_number('works', 'work'),
    address text COLLATE "C" UNIQUE            -- the canonical address of its first version
);

CREATE TABLE articles (            -- one version of an article
    article bigint PRIMARY KEY DEFAULT given_number('articles'),
    id text COLLATE "C" NOT NULL UNIQUE,       -- hash of headline and body, so that mirrors agree
    work bigint NOT NULL REFERENCES works (work),
    version bigint NOT NULL,      -- 1, 2 …
    current bigint NOT NULL,      -- 1: the newest version
    capture bigint REFERENCES captures (capture),
    headline text COLLATE "C",
    byline text COLLATE "C",
    publisher text COLLATE "C",
    origin text COLLATE "C",                   -- the agency that it comes from
    section text COLLATE "C",
    url text COLLATE "C",
    canonical_url text COLLATE "C",
    published text COLLATE "C",                -- as exact as it is known
    earliest text COLLATE "C",                 -- first day that "published" allows
    latest text COLLATE "C",                   -- last day that it allows
    published_basis text COLLATE "C" NOT NULL, -- given, metadata, url, text, inferred or unknown
    modified text COLLATE "C",
    fetched_at text COLLATE "C",               -- of the capture
    language text COLLATE "C",
    complete bigint,              -- 0: cut, or behind a pay wall
    standfirst text COLLATE "C",
    body text COLLATE "C",                     -- datelines, body, live entries and corrections
    captions text COLLATE "C",
    blocks text COLLATE "C" NOT NULL,          -- JSON: [["headline", start, end], …], all parts of the page in order
    text text COLLATE "C" NOT NULL,            -- the whole page; every span points into it
    text_sha256 text COLLATE "C" NOT NULL,
    -- Order by day, for paging: the day as a number (without gaps in mind) times 2^32, and the row's own number.
    ordinal bigint GENERATED ALWAYS AS (ordinal_of(earliest, article)) STORED,
    texts text[] COLLATE "C",      -- what is searched, folded: headline, standfirst, body, captions, byline, publisher
    words tsvector GENERATED ALWAYS AS (words_of(texts)) STORED,
    UNIQUE (work, version)
);
CREATE UNIQUE INDEX articles_in_order ON articles (ordinal, current);

CREATE INDEX articles_by_word ON articles USING gin (words);

CREATE TABLE sightings (           -- each capture in which a version was seen, and where
    capture bigint PRIMARY KEY REFERENCES captures (capture),
    article bigint NOT NULL REFERENCES articles (article),
    address text COLLATE "C"                   -- canonical where the page names one
);
CREATE INDEX sightings_by_article ON sightings (article);
CREATE INDEX sightings_by_address ON sightings (address);

CREATE TABLE readings (            -- whole records; an upgrade adds one
    reading bigint PRIMARY KEY DEFAULT given_number('readings'),
    article bigint NOT NULL REFERENCES articles (article),
    maker bigint NOT NULL REFERENCES makers (maker),
    current bigint NOT NULL,      -- 1: the newest reading of its version
    digest text COLLATE "C" NOT NULL,          -- of the whole record
    record bytea NOT NULL,          -- zlib of its JSON without the text and without made_by
    text bytea,                     -- zlib of the text that its spans point into; NULL: articles.text
    run bigint NOT NULL REFERENCES runs (run),
    UNIQUE (article, digest)
);

CREATE TABLE actors (              -- one for each entity of an article
    id text COLLATE "C" PRIMARY KEY,
    article bigint NOT NULL REFERENCES articles (article),
    key text COLLATE "C" NOT NULL,             -- the same for the same entity in any article
    name text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    country text COLLATE "C",                  -- ISO 3166-1 alpha-3
    sector text COLLATE "C",                   -- PLOVER
    role text COLLATE "C",
    mentions bigint NOT NULL,
    "start" bigint NOT NULL,      -- the first mention
    "end" bigint NOT NULL,
    country_confidence double precision
);
CREATE INDEX actors_by_article ON actors (article, key);
CREATE INDEX actors_by_key ON actors (key, article, role);

CREATE TABLE entities (            -- one for each key: how often it is there; kept by triggers
    key text COLLATE "C" PRIMARY KEY,
    name text COLLATE "C" NOT NULL,            -- the longest that an article gives it
    kind text COLLATE "C" NOT NULL,
    country text COLLATE "C",
    sector text COLLATE "C",                   -- the last that an article gives it
    articles bigint NOT NULL,     -- in which it is
    mentions bigint NOT NULL,     -- words that name it, in all of them
    acted bigint NOT NULL DEFAULT 0,    -- distinct happenings in which it is an actor
    received bigint NOT NULL DEFAULT 0, -- in which it is a recipient
    said bigint NOT NULL DEFAULT 0      -- statements that it makes
);
CREATE INDEX entities_by_articles ON entities (articles, key);
CREATE INDEX entities_by_country ON entities (country, articles, key) WHERE country IS NOT NULL;
CREATE INDEX entities_by_sector ON entities (sector, articles, key) WHERE sector IS NOT NULL;

CREATE TABLE spellings (           -- words by which an actor may be asked for, folded
    folded text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    PRIMARY KEY (folded, key)
);

CREATE TABLE mentions (            -- words that name an actor
    actor text COLLATE "C" NOT NULL REFERENCES actors (id),
    "start" bigint NOT NULL,
    "end" bigint NOT NULL,
    form text COLLATE "C" NOT NULL,
    words text COLLATE "C" NOT NULL,
    PRIMARY KEY (actor, "start", "end")
);

CREATE TABLE times (               -- words that say when
    id text COLLATE "C" PRIMARY KEY,
    article bigint NOT NULL REFERENCES articles (article),
    words text COLLATE "C" NOT NULL,
    "start" bigint NOT NULL,
    "end" bigint NOT NULL,
    type text COLLATE "C",                     -- TIMEX3
    value text COLLATE "C",                    -- TIMEX3
    mod text COLLATE "C",                      -- TIMEX3
    earliest text COLLATE "C",
    latest text COLLATE "C"
);
CREATE INDEX times_by_article ON times (article);

CREATE TABLE statements (          -- who said what
    statement bigint PRIMARY KEY DEFAULT next_number('statements', 'statement'),
    id text COLLATE "C" NOT NULL UNIQUE,
    article bigint NOT NULL REFERENCES articles (article),
    source text COLLATE "C",                   -- the words for who says it
    cue text COLLATE "C",
    content text COLLATE "C" NOT NULL,         -- parts are joined by " … "
    "start" bigint NOT NULL,      -- of the first word of any part
    "end" bigint NOT NULL,        -- of the last
    sentence_start bigint NOT NULL,
    sentence_end bigint NOT NULL,
    spans text COLLATE "C" NOT NULL,           -- JSON: {"source": [[start, end], …], "cue": …, "content": …}
    form text COLLATE "C" NOT NULL,
    attitude text COLLATE "C" NOT NULL,
    actor text COLLATE "C" REFERENCES actors (id) DEFERRABLE INITIALLY DEFERRED,
    actor_key text COLLATE "C",
    actor_country text COLLATE "C",
    actor_sector text COLLATE "C",
    addressee text COLLATE "C",
    said_at text COLLATE "C" REFERENCES times (id) DEFERRABLE INITIALLY DEFERRED,
    parent text COLLATE "C" REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED,
    day text COLLATE "C",                      -- when it was said, else when it was published
    block_role text COLLATE "C" NOT NULL,
    rule text COLLATE "C" NOT NULL,
    -- Order by day, for paging, as in articles.
    ordinal bigint GENERATED ALWAYS AS (ordinal_of(day, statement)) STORED,
    confidence double precision,
    texts text[] COLLATE "C",      -- the words of "content", folded, as the full text cuts them
    words tsvector GENERATED ALWAYS AS (words_of(texts)) STORED
);
CREATE INDEX statements_by_article ON statements (article);
CREATE INDEX statements_by_parent ON statements (parent) WHERE parent IS NOT NULL;
CREATE INDEX statements_by_word ON statements USING gin (words);
CREATE UNIQUE INDEX statements_in_order ON statements (ordinal);
CREATE INDEX statements_by_actor ON statements (actor_key, ordinal, attitude) WHERE actor_key IS NOT NULL;
CREATE INDEX statements_by_country ON statements (actor_country, ordinal, attitude) WHERE actor_country IS NOT NULL;
CREATE INDEX statements_by_sector ON statements (actor_sector, ordinal, attitude) WHERE actor_sector IS NOT NULL;
CREATE INDEX statements_by_attitude ON statements (attitude, ordinal);

CREATE TABLE about (               -- who is spoken of in a statement, also where only a pronoun stands for it
    key text COLLATE "C" NOT NULL,
    ordinal bigint NOT NULL,        -- statements.ordinal
    country text COLLATE "C",
    PRIMARY KEY (key, ordinal)
);
CREATE INDEX about_by_country ON about (country, ordinal) WHERE country IS NOT NULL;

CREATE TABLE events (              -- who did what to whom; a row is one mention
    event bigint PRIMARY KEY DEFAULT next_number('events', 'event'),
    id text COLLATE "C" NOT NULL UNIQUE,
    article bigint NOT NULL REFERENCES articles (article),
    same_as text COLLATE "C" REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED, -- the first mention; NULL: this is it
    mentions bigint NOT NULL,     -- of the same happening in its article; 0 where same_as is set
    event_type text COLLATE "C" NOT NULL,      -- the act itself: PLOVER, or OTHER
    other_kind text COLLATE "C",
    plover_type text COLLATE "C",              -- as older coders would book it
    mode text COLLATE "C",
    context text COLLATE "C",                  -- PLOVER contexts, parted by a space
    cameo text COLLATE "C",
    quad bigint,
    goldstein double precision,
    standing text COLLATE "C" NOT NULL,        -- happened, ongoing, planned, hypothetical, denied or alleged
    reported_by text COLLATE "C" REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED, -- NULL: the outlet itself
    "trigger" text COLLATE "C" NOT NULL,
    trigger_start bigint NOT NULL,
    trigger_end bigint NOT NULL,
    actor text COLLATE "C",                    -- the words; who they are: parties
    actor_start bigint,
    actor_end bigint,
    recipient text COLLATE "C",
    recipient_start bigint,
    recipient_end bigint,
    reciprocal bigint NOT NULL,
    place text COLLATE "C",
    place_country text COLLATE "C",
    latitude double precision,
    longitude double precision,
    earliest text COLLATE "C",                 -- NULL: the words do not tell when
    latest text COLLATE "C",
    day text COLLATE "C",                      -- earliest, else the day of the report
    sentence_start bigint NOT NULL,
    sentence_end bigint NOT NULL,
    block_role text COLLATE "C" NOT NULL,
    rule text COLLATE "C" NOT NULL,
    -- Order by day, for paging, as in articles.
    ordinal bigint GENERATED ALWAYS AS (ordinal_of(day, event)) STORED,
    confidence double precision       -- how sure it is; of the first mention of a happening, that of the surest
);
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
    day text COLLATE "C" NOT NULL,             -- '' where it is not known
    event_type text COLLATE "C" NOT NULL,
    standing text COLLATE "C" NOT NULL,
    happenings bigint NOT NULL,
    mentions bigint NOT NULL,
    PRIMARY KEY (day, event_type, standing)
);
CREATE INDEX events_same ON events (same_as) WHERE same_as IS NOT NULL;

CREATE TABLE parties (             -- the actors of an event
    event text COLLATE "C" NOT NULL REFERENCES events (id),
    role text COLLATE "C" NOT NULL,            -- actor or recipient; those of a reciprocal event are both
    actor text COLLATE "C" NOT NULL REFERENCES actors (id) DEFERRABLE INITIALLY DEFERRED,
    key text COLLATE "C" NOT NULL,
    country text COLLATE "C",
    sector text COLLATE "C",
    event_type text COLLATE "C" NOT NULL,
    standing text COLLATE "C" NOT NULL,
    day text COLLATE "C",                      -- of the event
    first bigint NOT NULL,        -- 1: of the first mention of its happening
    mentions bigint NOT NULL,     -- of the event
    number bigint NOT NULL,       -- of the actor in the event: of a reciprocal one the same on either side
    ordinal bigint NOT NULL,        -- events.ordinal
    PRIMARY KEY (event, role, actor)
);
CREATE INDEX parties_by_actor ON parties (actor);
CREATE INDEX parties_by_key ON parties (key, role, ordinal, standing, event_type, number, mentions) WHERE first = 1;
CREATE INDEX parties_by_country ON parties (country, role, ordinal, standing, event_type, number, mentions)
    WHERE first = 1 AND country IS NOT NULL;
CREATE INDEX parties_by_sector ON parties (sector, role, ordinal, standing, event_type, number, mentions)
    WHERE first = 1 AND sector IS NOT NULL;

CREATE TABLE numbers (             -- counts that belong to an event
    event text COLLATE "C" NOT NULL REFERENCES events (id),
    what text COLLATE "C" NOT NULL,            -- killed, injured, arrested, participants, amount
    value double precision NOT NULL,
    bound text COLLATE "C" NOT NULL,           -- exact, about, at_least or at_most
    words text COLLATE "C" NOT NULL,
    "start" bigint NOT NULL,
    "end" bigint NOT NULL,
    PRIMARY KEY (event, "start", what)
);

CREATE TABLE expectations (        -- what is said to be coming; a row is one mention
    id text COLLATE "C" PRIMARY KEY,
    article bigint NOT NULL REFERENCES articles (article),
    same_as text COLLATE "C" REFERENCES expectations (id) DEFERRABLE INITIALLY DEFERRED, -- the first mention; NULL: this is it
    "leading" bigint NOT NULL,      -- 1: of several mentions the one that stands for all: the first with a date
    kind text COLLATE "C" NOT NULL,
    holder text COLLATE "C",                   -- the words for who is to act, or who hopes
    holder_start bigint,
    holder_end bigint,
    speaker text COLLATE "C",
    statement text COLLATE "C" REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED,
    "action" text COLLATE "C" NOT NULL,
    action_start bigint NOT NULL,
    action_end bigint NOT NULL,
    sentence_start bigint NOT NULL,
    sentence_end bigint NOT NULL,
    condition text COLLATE "C",
    strength text COLLATE "C" NOT NULL,
    negated bigint NOT NULL,
    earliest text COLLATE "C",                 -- first day of its window
    latest text COLLATE "C",                   -- last day of its window
    window_basis text COLLATE "C" NOT NULL,
    "window" text COLLATE "C",                 -- the words of time
    event text COLLATE "C" REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED,
    event_type text COLLATE "C",               -- of the report that would settle it
    settled text COLLATE "C",                  -- what would settle it, as a sentence of a fixed form
    state text COLLATE "C" NOT NULL,           -- as far as articles tell: open, kept, broken … (the calendar: see views)
    day text COLLATE "C",                      -- of the article
    rule text COLLATE "C" NOT NULL,
    due text COLLATE "C" GENERATED ALWAYS AS (coalesce(latest, '9999-12-31')) STORED, -- "latest", for order: open windows come last
    confidence double precision
);
CREATE INDEX expectations_by_article ON expectations (article);
CREATE INDEX expectations_in_order ON expectations (due, id) WHERE "leading" = 1;
CREATE INDEX expectations_by_state ON expectations (state, due, id) WHERE "leading" = 1;
CREATE INDEX expectations_by_kind ON expectations (kind, due, id) WHERE "leading" = 1;
CREATE INDEX expectations_same ON expectations (same_as) WHERE same_as IS NOT NULL;
CREATE INDEX expectations_by_event ON expectations (event) WHERE event IS NOT NULL;

CREATE TABLE awaited (             -- whom an expectation is about
    expectation text COLLATE "C" NOT NULL REFERENCES expectations (id),
    role text COLLATE "C" NOT NULL,            -- holder, actor or recipient
    actor text COLLATE "C" NOT NULL REFERENCES actors (id) DEFERRABLE INITIALLY DEFERRED,
    key text COLLATE "C" NOT NULL,
    country text COLLATE "C",
    sector text COLLATE "C",
    latest text COLLATE "C",                   -- of its window
    due text COLLATE "C" GENERATED ALWAYS AS (coalesce(latest, '9999-12-31')) STORED,
    PRIMARY KEY (expectation, role, actor)
);
CREATE INDEX awaited_by_key ON awaited (key, role, due, expectation);
CREATE INDEX awaited_by_country ON awaited (country, role, due, expectation);

CREATE TABLE steps (               -- what became of expectations; only ever added to
    expectation text COLLATE "C" NOT NULL,     -- id of an expectation, also of one that a newer version no longer has
    number bigint NOT NULL,
    at text COLLATE "C",                       -- the day from which it is so
    state text COLLATE "C" NOT NULL,
    why text COLLATE "C" NOT NULL,
    by text COLLATE "C" NOT NULL,              -- rule, or a person's name
    proposed text COLLATE "C",                 -- a state that a person is asked to confirm
    score double precision,
    receipts text COLLATE "C" NOT NULL,        -- JSON
    run bigint NOT NULL REFERENCES runs (run),
    PRIMARY KEY (expectation, number)
);

CREATE TABLE unfollowed (          -- articles that have not yet been held against what was expected
    article bigint PRIMARY KEY REFERENCES articles (article)
);

CREATE TABLE evidence (            -- later articles that tell something of an expectation
    expectation text COLLATE "C" NOT NULL,
    article bigint NOT NULL REFERENCES articles (article),
    PRIMARY KEY (expectation, article)
);
CREATE INDEX evidence_by_article ON evidence (article);

CREATE TABLE waiting (             -- whom an expectation waits for, coarsely: who may be the same
    handle text COLLATE "C" NOT NULL,
    event_type text COLLATE "C",               -- of the act
    expectation text COLLATE "C" NOT NULL REFERENCES expectations (id),
    role text COLLATE "C" NOT NULL             -- holder, party (of the act) or condition (a party of what it hangs on)
);
CREATE INDEX waiting_by_handle ON waiting (handle, event_type, role, expectation);
CREATE INDEX waiting_by_expectation ON waiting (expectation, role, handle, event_type);

CREATE TABLE told (                -- which acts an article tells or plans anew, by whom, coarsely
    handle text COLLATE "C" NOT NULL,
    event_type text COLLATE "C" NOT NULL,
    day text COLLATE "C",                      -- of the article
    article bigint NOT NULL REFERENCES articles (article),
    role text COLLATE "C" NOT NULL             -- actor, recipient or planned
);
CREATE INDEX told_by_handle ON told (handle, event_type, day, article, role);
CREATE INDEX told_by_article ON told (article, handle, event_type, role);

CREATE TABLE successors (          -- ids across versions: what stood there stands here now
    before text COLLATE "C" PRIMARY KEY,
    after text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL
);
CREATE INDEX successors_by_after ON successors (after);

CREATE TABLE changes (             -- what a new version or a new reading changed
    change bigint PRIMARY KEY DEFAULT next_number('changes', 'change'),
    reading bigint NOT NULL REFERENCES readings (reading), -- the new one
    cause text COLLATE "C" NOT NULL,           -- version or reader
    kind text COLLATE "C" NOT NULL,            -- actor, time, statement, event or expectation
    finding text COLLATE "C" NOT NULL,         -- its id: the old one where it went
    what text COLLATE "C" NOT NULL,            -- added, gone or changed
    fields text COLLATE "C",                   -- of a change: which, parted by a space
    rule_before text COLLATE "C",
    rule_after text COLLATE "C"
);
CREATE INDEX changes_by_reading ON changes (reading);

CREATE TABLE failures (            -- what could not be read
    failure bigint PRIMARY KEY DEFAULT next_number('failures', 'failure'),
    key text COLLATE "C" NOT NULL UNIQUE,
    capture bigint REFERENCES captures (capture), -- NULL: there were no bytes
    url text COLLATE "C",
    sha256 text COLLATE "C",
    room text COLLATE "C" NOT NULL,
    reason text COLLATE "C" NOT NULL,
    attempts bigint NOT NULL,
    run bigint NOT NULL REFERENCES runs (run)
);

CREATE TABLE tombstones (          -- what was forgotten, and why: a row is one version of an article, or a failure
    tombstone bigint PRIMARY KEY DEFAULT given_number('tombstones'),
    id text COLLATE "C",                       -- of the article
    text_sha256 text COLLATE "C",
    digests text COLLATE "C" NOT NULL,         -- JSON: of its readings
    counts text COLLATE "C" NOT NULL,          -- JSON: how many rows went with it, by table
    why text COLLATE "C" NOT NULL,
    scrubbed bigint NOT NULL,     -- 1: its words are out of the file's empty places, too
    run bigint NOT NULL REFERENCES runs (run)
);
CREATE INDEX tombstones_by_id ON tombstones (id);

CREATE TABLE forgotten (           -- bytes that stay out, by their hash
    sha256 text COLLATE "C" PRIMARY KEY,
    tombstone bigint NOT NULL REFERENCES tombstones (tombstone)
);


-- A report is an article's current version as it is grouped with others. Its "place" is its number and its order at
-- once: the day (9999-12-31 where none is known) times 2^40, and the first 40 bits of the article's id.

CREATE TABLE ungrouped (           -- articles that have not yet been grouped as they are now
    article bigint PRIMARY KEY REFERENCES articles (article)
);

CREATE TABLE reports (             -- an article's current version, as it is grouped with others
    place bigint PRIMARY KEY,
    article bigint UNIQUE REFERENCES articles (article), -- NULL: it was forgotten, and leaves at the next step
    outlet text COLLATE "C",                   -- whose page it is, folded; NULL where unknown
    digest text COLLATE "C" NOT NULL,          -- of what is grouped: outlet, day, headline and words
    shingles bytea NOT NULL,        -- hashes of some of its runs of five words, four bytes each
    heavy bytea NOT NULL,           -- hashes of its weightiest words, eight bytes each
    features text COLLATE "C" NOT NULL,        -- JSON: the weights of its words; {} for one that was forgotten
    leader bigint NOT NULL,       -- place of the first report that is the same text: its own, if it is the first
    original bigint NOT NULL,     -- place of the first report made from the same text, edited ones among them
    nearness double precision NOT NULL,        -- how near it is to its own nearest neighbours
    mentions bytea                  -- zlib of JSON: what it tells of happenings; NULL where that was not yet asked
);
CREATE INDEX reports_by_leader ON reports (leader);
CREATE INDEX reports_by_original ON reports (original);

CREATE TABLE shingles (            -- which reports have a run of words; but for what is furniture of their outlet
    value bigint NOT NULL,
    place bigint NOT NULL,
    PRIMARY KEY (value, place)
);

CREATE TABLE furniture (           -- runs of words that an outlet has on many pages
    outlet text COLLATE "C" NOT NULL,
    value bigint NOT NULL,
    place bigint NOT NULL,
    PRIMARY KEY (outlet, value, place)
);

CREATE TABLE features (            -- which reports have a word among their weightiest, by its hash
    value bigint NOT NULL,
    place bigint NOT NULL,
    PRIMARY KEY (value, place)
);

CREATE TABLE neighbours (          -- reports near to each other, each pair both ways
    place bigint NOT NULL REFERENCES reports (place),
    other bigint NOT NULL REFERENCES reports (place),
    cosine double precision NOT NULL,
    PRIMARY KEY (place, other)
);

CREATE TABLE copies (              -- two reports made from one text
    first bigint NOT NULL REFERENCES reports (place),
    second bigint NOT NULL REFERENCES reports (place),
    kind text COLLATE "C" NOT NULL,            -- copy, edited or excerpt
    words bigint NOT NULL,        -- of the shorter one that stand in both
    share double precision NOT NULL,           -- of the shorter one's own words
    passages text COLLATE "C" NOT NULL,        -- JSON: [[start, end, start, end], …] in either article's text, the longest first
    PRIMARY KEY (first, second)
);
CREATE INDEX copies_by_second ON copies (second);

CREATE TABLE stories (             -- articles on the same happenings
    story bigint PRIMARY KEY DEFAULT next_number('stories', 'story'),
    id text COLLATE "C" NOT NULL UNIQUE,       -- of its earliest article
    part text COLLATE "C" NOT NULL,            -- digest of what was grouped together when it was made
    first_day text COLLATE "C",
    last_day text COLLATE "C",
    articles bigint NOT NULL,
    reports bigint NOT NULL,      -- independent ones: copies and edited texts of one count once
    fresh bigint NOT NULL,        -- 0: its happenings are to be looked at again
    -- Order by the last day, for paging, as in articles.
    ordinal bigint GENERATED ALWAYS AS (ordinal_of(last_day, story)) STORED
);
CREATE UNIQUE INDEX stories_in_order ON stories (ordinal, articles);
CREATE INDEX stories_by_part ON stories (part);
CREATE INDEX stories_unfresh ON stories (story) WHERE fresh = 0;

CREATE TABLE story_reports (       -- which article is in which story, and why
    place bigint PRIMARY KEY REFERENCES reports (place),
    story bigint NOT NULL REFERENCES stories (story),
    other bigint REFERENCES reports (place), -- the nearest one of those before it; NULL for the first
    score double precision,
    why text COLLATE "C"
);
CREATE INDEX story_reports_by_story ON story_reports (story, place);
CREATE INDEX story_reports_by_other ON story_reports (other) WHERE other IS NOT NULL;

CREATE TABLE chains (              -- one thing in the world, told of by mentions of articles: a coreference chain
    chain bigint PRIMARY KEY DEFAULT next_number('chains', 'chain'),
    id text COLLATE "C" NOT NULL UNIQUE,       -- of its first mention
    story bigint NOT NULL REFERENCES stories (story),
    act text COLLATE "C" NOT NULL,             -- what is done, or the stem of its word
    event text COLLATE "C",                    -- id of the event that tells most of it; NULL: only expectations or words do
    expectation text COLLATE "C",              -- id of the expectation that tells most of it
    event_type text COLLATE "C",               -- of that event, as in events
    other_kind text COLLATE "C",
    mode text COLLATE "C",
    place text COLLATE "C",
    place_country text COLLATE "C",
    state text COLLATE "C",                    -- as articles tell: hinted, planned, dated, moved, under_way, happened, denied,
                                   -- called_off; NULL where they tell nothing of its life (overdue: by the calendar)
    since text COLLATE "C",                    -- the day from which it is in that state
    why text COLLATE "C",
    earliest text COLLATE "C",                 -- first day of the window last stated, or on which it was
    latest text COLLATE "C",
    day text COLLATE "C",                      -- earliest, else the day of its first report
    board bigint NOT NULL,        -- 1: it was expected, and somebody could check it
    mentions bigint NOT NULL,
    articles bigint NOT NULL,
    reports bigint NOT NULL,      -- independent ones
    copies bigint NOT NULL,       -- articles that are a copy of another one of them
    confidence double precision,               -- of its surest mention
    told text COLLATE "C" NOT NULL,            -- JSON: all of it, as "newsledger happening" shows it
    due text COLLATE "C" GENERATED ALWAYS AS (coalesce(latest, '9999-12-31')) STORED,
    ordinal bigint GENERATED ALWAYS AS (ordinal_of(day, chain)) STORED
);
CREATE INDEX chains_by_story ON chains (story);
CREATE UNIQUE INDEX chains_in_order ON chains (ordinal, state, event_type, confidence);
CREATE INDEX chains_due ON chains (due, id, state) WHERE board = 1;

CREATE TABLE chain_mentions (  -- where it is told
    mention text COLLATE "C" PRIMARY KEY,
    chain bigint NOT NULL REFERENCES chains (chain),
    place bigint NOT NULL REFERENCES reports (place)
);
CREATE INDEX chain_mentions_by_chain ON chain_mentions (chain, place);
CREATE INDEX chain_mentions_by_place ON chain_mentions (place);

CREATE TABLE chain_findings (  -- the events and expectations that are its mentions
    finding text COLLATE "C" PRIMARY KEY,
    chain bigint NOT NULL REFERENCES chains (chain)
);
CREATE INDEX chain_findings_by_chain ON chain_findings (chain);

CREATE TABLE chain_steps (     -- its life, as its mentions tell it
    chain bigint NOT NULL REFERENCES chains (chain),
    number bigint NOT NULL,
    at text COLLATE "C",
    state text COLLATE "C" NOT NULL,
    earliest text COLLATE "C",
    latest text COLLATE "C",
    why text COLLATE "C" NOT NULL,
    by text COLLATE "C" NOT NULL,              -- rule, or a person's name
    receipts text COLLATE "C" NOT NULL,        -- JSON
    PRIMARY KEY (chain, number)
);

CREATE TABLE chain_parties (   -- who acts or is acted on, by any of its events
    chain bigint NOT NULL REFERENCES chains (chain),
    role text COLLATE "C" NOT NULL,            -- actor or recipient, as in parties; holder, as in awaited
    key text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    country text COLLATE "C",
    sector text COLLATE "C",
    PRIMARY KEY (chain, role, key)
);
CREATE INDEX chain_parties_by_key ON chain_parties (key, role, chain);
CREATE INDEX chain_parties_by_country ON chain_parties (country, role, chain) WHERE country IS NOT NULL;
CREATE INDEX chain_parties_by_sector ON chain_parties (sector, role, chain) WHERE sector IS NOT NULL;

CREATE TABLE watched (             -- sources, and the pages that they named
    watched bigint PRIMARY KEY DEFAULT next_number('watched', 'watched'),
    kind text COLLATE "C" NOT NULL,            -- source (a feed, a sitemap, a page whose links are followed) or page (an article's)
    address text COLLATE "C" NOT NULL,         -- one for every way of writing it; "sha256:…" of one that was forgotten
    url text COLLATE "C" NOT NULL,             -- what is asked for next: another than the address after a redirect
    host text COLLATE "C" NOT NULL,            -- of url
    hops bigint NOT NULL,         -- redirects since the address
    moved text COLLATE "C",                    -- where redirects that last have led to
    state text COLLATE "C" NOT NULL,           -- active, paused or ended; read, gone, walled, barred, lost, other or forgotten
    source text COLLATE "C",                   -- the address of the source that named it
    format text COLLATE "C",                   -- of a source: rss, rdf, atom, json, sitemap, sitemap-index, page or address
    title text COLLATE "C",
    due text COLLATE "C",                      -- when it is asked next; NULL: no more
    rhythm bigint,                -- seconds between two looks
    looks bigint NOT NULL,        -- of a page: since it was first read
    etag text COLLATE "C",                     -- of the last answer that was taken
    modified text COLLATE "C",
    sha256 text COLLATE "C",
    failures bigint NOT NULL,     -- in a row
    status bigint,                -- of the last answer
    reason text COLLATE "C",                   -- why the last look brought nothing
    added_at text COLLATE "C" NOT NULL,
    asked_at text COLLATE "C",
    good_at text COLLATE "C",
    listed text COLLATE "C",                   -- JSON: what the feed says of a page
    UNIQUE (kind, address)
);
CREATE INDEX watched_by_host ON watched (host, kind, due) WHERE due IS NOT NULL;
CREATE INDEX watched_by_source ON watched (source, state) WHERE source IS NOT NULL;

CREATE TABLE watched_hosts (       -- when each host may be asked again
    host text COLLATE "C" PRIMARY KEY,
    free_at text COLLATE "C" NOT NULL
);

CREATE TABLE robots (              -- robots.txt of each origin
    origin text COLLATE "C" PRIMARY KEY,       -- scheme, host and port
    url text COLLATE "C" NOT NULL,             -- what is asked for next
    hops bigint NOT NULL,
    standing text COLLATE "C",                 -- rules, open (there is none) or closed (the site cannot say); NULL: not known yet
    text text COLLATE "C" NOT NULL,
    until text COLLATE "C",                    -- how long that holds
    failures bigint NOT NULL
);

CREATE TABLE arrivals (            -- pages that came and have not been read yet
    arrival bigint PRIMARY KEY DEFAULT next_number('arrivals', 'arrival'),
    address text COLLATE "C" NOT NULL UNIQUE,  -- of the watched page
    url text COLLATE "C" NOT NULL,
    packed bytea NOT NULL,          -- zlib
    media_type text COLLATE "C",
    fetched_at text COLLATE "C" NOT NULL,
    is_item bigint NOT NULL       -- 1: no page, but what its feed says of it
);

-- Whom an article names, or calls by an office alone, is held against others by keys: "n" and a hash of the sound of a
-- surname, "o" and a hash of an office with its country, "l" and a hash of the sound of the name of the office's listed
-- holder on that day. A person's id is that of the earliest article's actor who has his name.

CREATE TABLE unjoined (            -- articles whose persons are still to be held against those of others
    article bigint PRIMARY KEY,
    reread bigint NOT NULL        -- 1: they are to be taken from the record anew; 0: only the story may have changed
);

CREATE TABLE touched (             -- keys of whom an article no longer has; "@" and an actor: one of the same key in actors
    key text COLLATE "C" PRIMARY KEY
);

CREATE TABLE person_sightings (    -- a person of an article, or somebody whom it calls by an office alone
    actor text COLLATE "C" PRIMARY KEY REFERENCES actors (id),
    article bigint NOT NULL REFERENCES articles (article),
    key text COLLATE "C" NOT NULL,             -- as in actors
    story text COLLATE "C",                    -- id of the article's story
    told text COLLATE "C" NOT NULL,            -- JSON: names, country, office, and where they stand: the receipt
    person text COLLATE "C",                   -- id of the person; NULL: an office of which it is not known who has it
    rule text COLLATE "C",                     -- why: name/same, name/spelling, name/story, name/office, office/listed, office/story,
                                   -- office/days; NULL: with him the person begins
    other text COLLATE "C"                     -- the actor whose words are the receipt on the other side
);
CREATE INDEX person_sightings_by_article ON person_sightings (article);
CREATE INDEX person_sightings_by_key ON person_sightings (key, person);
CREATE INDEX person_sightings_by_person ON person_sightings (person, key) WHERE person IS NOT NULL;

CREATE TABLE person_keys (         -- by which persons are held against each other
    key text COLLATE "C" NOT NULL,
    actor text COLLATE "C" NOT NULL,
    PRIMARY KEY (key, actor)
);
CREATE INDEX person_keys_by_actor ON person_keys (actor);

CREATE TABLE persons (             -- persons who have several keys in entities
    head text COLLATE "C" PRIMARY KEY,         -- the key of the most articles, whose row in entities names him
    person text COLLATE "C" NOT NULL UNIQUE,
    articles bigint NOT NULL      -- in which he is, by any of the keys
);
CREATE INDEX persons_by_articles ON persons (articles, head);

CREATE TABLE person_entities (     -- keys that are one person's, and nobody else's
    key text COLLATE "C" PRIMARY KEY,
    head text COLLATE "C" NOT NULL REFERENCES persons (head) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX person_entities_by_head ON person_entities (head);

CREATE TABLE corrections (         -- all that was ever judged; rows are added and never changed
    correction bigint PRIMARY KEY DEFAULT next_number('corrections', 'correction'),
    id text COLLATE "C" NOT NULL UNIQUE,       -- hash of all the rest
    finding text COLLATE "C" NOT NULL,         -- the id that it had then
    kind text COLLATE "C" NOT NULL,            -- event, statement, expectation or actor
    verdict text COLLATE "C" NOT NULL,         -- right, wrong, not_there; of two actors same or other; undone
    field text COLLATE "C",                    -- of what is wrong: which field; NULL: that is not told
    value text COLLATE "C",                    -- what should stand there
    other text COLLATE "C",                    -- of two actors: the second one
    undoes text COLLATE "C",                   -- id of the one that is taken back
    "by" text COLLATE "C" NOT NULL,            -- who judged
    at text COLLATE "C" NOT NULL,              -- ISO 8601, UTC, to the millisecond, so that they sort
    why text COLLATE "C"
);
CREATE INDEX corrections_by_finding ON corrections (finding);
CREATE INDEX corrections_by_other ON corrections (other) WHERE other IS NOT NULL;

CREATE TABLE judgements (          -- corrections that stand, with the ids that findings have now; made of "corrections"
    correction bigint PRIMARY KEY REFERENCES corrections (correction),
    finding text COLLATE "C" NOT NULL,
    other text COLLATE "C",
    verdict text COLLATE "C" NOT NULL
);
CREATE INDEX judgements_by_finding ON judgements (finding, verdict);
CREATE INDEX judgements_by_other ON judgements (other) WHERE other IS NOT NULL;
CREATE INDEX judgements_by_verdict ON judgements (verdict, finding);

-- Those first of which the most is to be learnt: as likely right as wrong.
CREATE INDEX events_by_doubt ON events (abs(confidence - 0.5), id)
    WHERE same_as IS NULL AND confidence IS NOT NULL;
CREATE INDEX statements_by_doubt ON statements (abs(confidence - 0.5), id)
    WHERE parent IS NULL AND confidence IS NOT NULL;
CREATE INDEX expectations_by_doubt ON expectations (abs(confidence - 0.5), id)
    WHERE "leading" = 1 AND confidence IS NOT NULL;

-- Where a row that others name goes away, these are looked for there.
CREATE INDEX articles_by_capture ON articles (capture);
CREATE INDEX statements_by_spoken ON statements (actor) WHERE actor IS NOT NULL;
CREATE INDEX statements_by_time ON statements (said_at) WHERE said_at IS NOT NULL;
CREATE INDEX expectations_by_statement ON expectations (statement) WHERE statement IS NOT NULL;
CREATE INDEX awaited_by_actor ON awaited (actor);
CREATE INDEX neighbours_by_other ON neighbours (other);
CREATE INDEX failures_by_capture ON failures (capture);
CREATE INDEX forgotten_by_tombstone ON forgotten (tombstone);

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
           WHEN x.latest < to_char(current_date, 'YYYY-MM-DD') THEN 'overdue'
           WHEN x.latest <= to_char(current_date + 30, 'YYYY-MM-DD') THEN 'due_soon'
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

CREATE VIEW not_there AS           -- findings that were judged not to be there, with all mentions of each
    SELECT g.finding FROM judgements g WHERE g.verdict = 'not_there'
    UNION
    SELECT e.id FROM judgements g JOIN events e ON e.same_as = g.finding WHERE g.verdict = 'not_there'
    UNION
    SELECT x.id
    FROM judgements g JOIN expectations j ON j.id = g.finding JOIN expectations x ON x.article = j.article
    WHERE g.verdict = 'not_there' AND coalesce(x.same_as, x.id) = coalesce(j.same_as, j.id);

-- What is only counted is kept counted here.

CREATE FUNCTION entities_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO entities AS e (key, name, kind, country, sector, articles, mentions)
    VALUES (new.key, new.name, new.kind, new.country, new.sector, 1, new.mentions)
    ON CONFLICT (key) DO UPDATE SET
        sector = coalesce(excluded.sector, e.sector),
        articles = e.articles + CASE WHEN EXISTS (
            SELECT 1 FROM actors a WHERE a.article = new.article AND a.key = new.key AND a.id <> new.id
        ) THEN 0 ELSE 1 END,
        mentions = e.mentions + excluded.mentions,
        name = CASE WHEN length(excluded.name) > length(e.name) THEN excluded.name ELSE e.name END;
    RETURN NULL;
END $$;
CREATE TRIGGER entities_insert AFTER INSERT ON actors FOR EACH ROW EXECUTE FUNCTION entities_insert();

-- Once for all rows of a statement: two actors of an article may have one key, and leave it together.
CREATE FUNCTION entities_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE entities e
    SET articles = e.articles - g.articles, mentions = e.mentions - g.mentions
    FROM (
        SELECT d.key, sum(d.mentions) AS mentions, count(DISTINCT d.article) FILTER (
            WHERE NOT EXISTS (SELECT 1 FROM actors a WHERE a.article = d.article AND a.key = d.key)
        ) AS articles
        FROM deleted d GROUP BY d.key
    ) g
    WHERE e.key = g.key;
    DELETE FROM entities WHERE articles <= 0 AND key IN (SELECT key FROM deleted);
    RETURN NULL;
END $$;
CREATE TRIGGER entities_delete AFTER DELETE ON actors REFERENCING OLD TABLE AS deleted
    FOR EACH STATEMENT EXECUTE FUNCTION entities_delete();

CREATE FUNCTION statements_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE entities SET said = said + 1 WHERE key = new.actor_key;
    RETURN NULL;
END $$;
CREATE TRIGGER statements_insert AFTER INSERT ON statements
    FOR EACH ROW WHEN (new.actor_key IS NOT NULL) EXECUTE FUNCTION statements_insert();

CREATE FUNCTION statements_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE entities SET said = said - 1 WHERE key = old.actor_key;
    RETURN NULL;
END $$;
CREATE TRIGGER statements_delete AFTER DELETE ON statements
    FOR EACH ROW WHEN (old.actor_key IS NOT NULL) EXECUTE FUNCTION statements_delete();

CREATE FUNCTION events_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO tallies AS t (day, event_type, standing, happenings, mentions)
    VALUES (coalesce(new.day, ''), new.event_type, new.standing, 1, new.mentions)
    ON CONFLICT (day, event_type, standing)
    DO UPDATE SET happenings = t.happenings + 1, mentions = t.mentions + excluded.mentions;
    RETURN NULL;
END $$;
CREATE TRIGGER events_insert AFTER INSERT ON events
    FOR EACH ROW WHEN (new.same_as IS NULL) EXECUTE FUNCTION events_insert();

CREATE FUNCTION events_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE tallies SET happenings = happenings - 1, mentions = mentions - old.mentions
    WHERE day = coalesce(old.day, '') AND event_type = old.event_type AND standing = old.standing;
    DELETE FROM tallies
    WHERE day = coalesce(old.day, '') AND event_type = old.event_type AND standing = old.standing AND happenings <= 0;
    RETURN NULL;
END $$;
CREATE TRIGGER events_delete AFTER DELETE ON events
    FOR EACH ROW WHEN (old.same_as IS NULL) EXECUTE FUNCTION events_delete();

CREATE FUNCTION parties_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE entities
    SET acted = acted + (new.role = 'actor')::int, received = received + (new.role = 'recipient')::int
    WHERE key = new.key;
    RETURN NULL;
END $$;
CREATE TRIGGER parties_insert AFTER INSERT ON parties
    FOR EACH ROW WHEN (new.first = 1) EXECUTE FUNCTION parties_insert();

CREATE FUNCTION parties_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE entities
    SET acted = acted - (old.role = 'actor')::int, received = received - (old.role = 'recipient')::int
    WHERE key = old.key;
    RETURN NULL;
END $$;
CREATE TRIGGER parties_delete AFTER DELETE ON parties
    FOR EACH ROW WHEN (old.first = 1) EXECUTE FUNCTION parties_delete();

-- Whose persons are to be held against those of others again.

CREATE FUNCTION persons_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO unjoined (article, reread) VALUES (new.article, 1) ON CONFLICT (article) DO UPDATE SET reread = 1;
    RETURN NULL;
END $$;
CREATE TRIGGER persons_insert AFTER INSERT ON actors
    FOR EACH ROW WHEN (new.kind IN ('person', 'role')) EXECUTE FUNCTION persons_insert();

CREATE FUNCTION persons_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO touched (key) SELECT key FROM person_keys WHERE actor = old.id ON CONFLICT DO NOTHING;
    INSERT INTO touched (key)
    SELECT '@' || actor FROM person_sightings WHERE key = old.key AND actor <> old.id ORDER BY person, actor LIMIT 1
    ON CONFLICT DO NOTHING;
    DELETE FROM person_keys WHERE actor = old.id;
    DELETE FROM person_sightings WHERE actor = old.id;
    RETURN old;
END $$;
-- Before it, since a sighting names the actor.
CREATE TRIGGER persons_delete BEFORE DELETE ON actors
    FOR EACH ROW WHEN (old.kind IN ('person', 'role')) EXECUTE FUNCTION persons_delete();

CREATE FUNCTION persons_leave() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO touched (key)
    SELECT '@' || s.actor
    FROM person_entities m JOIN person_entities n USING (head) JOIN person_sightings s ON s.key = n.key
    WHERE m.key = old.key LIMIT 1
    ON CONFLICT DO NOTHING;
    DELETE FROM persons WHERE head = (SELECT head FROM person_entities WHERE key = old.key);
    DELETE FROM person_entities WHERE head = (SELECT head FROM person_entities WHERE key = old.key);
    RETURN NULL;
END $$;
CREATE TRIGGER persons_leave AFTER DELETE ON entities FOR EACH ROW EXECUTE FUNCTION persons_leave();

CREATE FUNCTION persons_story() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO unjoined (article, reread)
    SELECT article, 0 FROM reports
    WHERE place = CASE WHEN TG_OP = 'INSERT' THEN new.place ELSE old.place END AND article IS NOT NULL
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER persons_story_insert AFTER INSERT ON story_reports FOR EACH ROW EXECUTE FUNCTION persons_story();
CREATE TRIGGER persons_story_delete AFTER DELETE ON story_reports FOR EACH ROW EXECUTE FUNCTION persons_story();

CREATE FUNCTION corrections_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'corrections are only added to';
END $$;
CREATE TRIGGER corrections_stay BEFORE UPDATE ON corrections FOR EACH ROW EXECUTE FUNCTION corrections_stay();
