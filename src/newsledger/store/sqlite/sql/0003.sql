-- The ledger, schema 3: what is one across articles: copies, stories, happenings.
-- A report is an article's current version as it is grouped with others. Its "place" is its number and its order at
-- once: the day (9999-12-31 where none is known) times 2^40, and the first 40 bits of the article's id.

CREATE TABLE ungrouped (           -- articles that have not yet been grouped as they are now
    article INTEGER PRIMARY KEY REFERENCES articles (article)
) STRICT;
INSERT INTO ungrouped (article) SELECT article FROM articles WHERE current = 1;

CREATE TABLE reports (             -- an article's current version, as it is grouped with others
    place INTEGER PRIMARY KEY,
    article INTEGER UNIQUE REFERENCES articles (article), -- NULL: it was forgotten, and leaves at the next step
    outlet TEXT,                   -- whose page it is, folded; NULL where unknown
    digest TEXT NOT NULL,          -- of what is grouped: outlet, day, headline and words
    shingles BLOB NOT NULL,        -- hashes of some of its runs of five words, four bytes each
    heavy BLOB NOT NULL,           -- hashes of its weightiest words, eight bytes each
    features TEXT NOT NULL,        -- JSON: the weights of its words; {} for one that was forgotten
    leader INTEGER NOT NULL,       -- place of the first report that is the same text: its own, if it is the first
    original INTEGER NOT NULL,     -- place of the first report made from the same text, edited ones among them
    nearness REAL NOT NULL,        -- how near it is to its own nearest neighbours
    mentions BLOB                  -- zlib of JSON: what it tells of happenings; NULL where that was not yet asked
) STRICT;
CREATE INDEX reports_by_leader ON reports (leader);
CREATE INDEX reports_by_original ON reports (original);

CREATE TABLE shingles (            -- which reports have a run of words; but for what is furniture of their outlet
    value INTEGER NOT NULL,
    place INTEGER NOT NULL REFERENCES reports (place),
    PRIMARY KEY (value, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE furniture (           -- runs of words that an outlet has on many pages
    outlet TEXT NOT NULL,
    value INTEGER NOT NULL,
    place INTEGER NOT NULL REFERENCES reports (place),
    PRIMARY KEY (outlet, value, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE features (            -- which reports have a word among their weightiest, by its hash
    value INTEGER NOT NULL,
    place INTEGER NOT NULL REFERENCES reports (place),
    PRIMARY KEY (value, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE neighbours (          -- reports near to each other, each pair both ways
    place INTEGER NOT NULL REFERENCES reports (place),
    other INTEGER NOT NULL REFERENCES reports (place),
    cosine REAL NOT NULL,
    PRIMARY KEY (place, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE copies (              -- two reports made from one text
    first INTEGER NOT NULL REFERENCES reports (place),
    second INTEGER NOT NULL REFERENCES reports (place),
    kind TEXT NOT NULL,            -- copy, edited or excerpt
    words INTEGER NOT NULL,        -- of the shorter one that stand in both
    share REAL NOT NULL,           -- of the shorter one's own words
    passages TEXT NOT NULL,        -- JSON: [[start, end, start, end], …] in either article's text, the longest first
    PRIMARY KEY (first, second)
) STRICT, WITHOUT ROWID;
CREATE INDEX copies_by_second ON copies (second);

CREATE TABLE stories (             -- articles on the same happenings
    story INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,       -- of its earliest article
    part TEXT NOT NULL,            -- digest of what was grouped together when it was made
    first_day TEXT,
    last_day TEXT,
    articles INTEGER NOT NULL,
    reports INTEGER NOT NULL,      -- independent ones: copies and edited texts of one count once
    fresh INTEGER NOT NULL,        -- 0: its happenings are to be looked at again
    -- Order by the last day, for paging, as in articles.
    ordinal INTEGER AS ((coalesce(substr(last_day, 1, 4) * 372 + substr(last_day, 6, 2) * 31
                                + substr(last_day, 9, 2), 0) << 32) | story) VIRTUAL
) STRICT;
CREATE UNIQUE INDEX stories_in_order ON stories (ordinal, articles);
CREATE INDEX stories_by_part ON stories (part);
CREATE INDEX stories_unfresh ON stories (story) WHERE fresh = 0;

CREATE TABLE story_reports (       -- which article is in which story, and why
    place INTEGER PRIMARY KEY REFERENCES reports (place),
    story INTEGER NOT NULL REFERENCES stories (story),
    other INTEGER REFERENCES reports (place), -- the nearest one of those before it; NULL for the first
    score REAL,
    why TEXT
) STRICT;
CREATE INDEX story_reports_by_story ON story_reports (story, place);
CREATE INDEX story_reports_by_other ON story_reports (other) WHERE other IS NOT NULL;

CREATE TABLE chains (              -- one thing in the world, told of by mentions of articles: a coreference chain
    chain INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,       -- of its first mention
    story INTEGER NOT NULL REFERENCES stories (story),
    act TEXT NOT NULL,             -- what is done, or the stem of its word
    event TEXT,                    -- id of the event that tells most of it; NULL: only expectations or words do
    expectation TEXT,              -- id of the expectation that tells most of it
    event_type TEXT,               -- of that event, as in events
    other_kind TEXT,
    mode TEXT,
    place TEXT,
    place_country TEXT,
    state TEXT,                    -- as articles tell: hinted, planned, dated, moved, under_way, happened, denied,
                                   -- called_off; NULL where they tell nothing of its life (overdue: by the calendar)
    since TEXT,                    -- the day from which it is in that state
    why TEXT,
    earliest TEXT,                 -- first day of the window last stated, or on which it was
    latest TEXT,
    day TEXT,                      -- earliest, else the day of its first report
    board INTEGER NOT NULL,        -- 1: it was expected, and somebody could check it
    mentions INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    reports INTEGER NOT NULL,      -- independent ones
    copies INTEGER NOT NULL,       -- articles that are a copy of another one of them
    confidence REAL,               -- of its surest mention
    told TEXT NOT NULL,            -- JSON: all of it, as "newsledger happening" shows it
    due TEXT AS (coalesce(latest, '9999-12-31')) VIRTUAL,
    ordinal INTEGER AS ((coalesce(substr(day, 1, 4) * 372 + substr(day, 6, 2) * 31
                                + substr(day, 9, 2), 0) << 32) | chain) VIRTUAL
) STRICT;
CREATE INDEX chains_by_story ON chains (story);
CREATE UNIQUE INDEX chains_in_order ON chains (ordinal, state, event_type, confidence);
CREATE INDEX chains_due ON chains (due, id, state) WHERE board = 1;

CREATE TABLE chain_mentions (  -- where it is told
    mention TEXT PRIMARY KEY,
    chain INTEGER NOT NULL REFERENCES chains (chain),
    place INTEGER NOT NULL REFERENCES reports (place)
) STRICT, WITHOUT ROWID;
CREATE INDEX chain_mentions_by_chain ON chain_mentions (chain, place);
CREATE INDEX chain_mentions_by_place ON chain_mentions (place);

CREATE TABLE chain_findings (  -- the events and expectations that are its mentions
    finding TEXT PRIMARY KEY,
    chain INTEGER NOT NULL REFERENCES chains (chain)
) STRICT, WITHOUT ROWID;
CREATE INDEX chain_findings_by_chain ON chain_findings (chain);

CREATE TABLE chain_steps (     -- its life, as its mentions tell it
    chain INTEGER NOT NULL REFERENCES chains (chain),
    number INTEGER NOT NULL,
    at TEXT,
    state TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    why TEXT NOT NULL,
    by TEXT NOT NULL,              -- rule, or a person's name
    receipts TEXT NOT NULL,        -- JSON
    PRIMARY KEY (chain, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE chain_parties (   -- who acts or is acted on, by any of its events
    chain INTEGER NOT NULL REFERENCES chains (chain),
    role TEXT NOT NULL,            -- actor or recipient, as in parties; holder, as in awaited
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    sector TEXT,
    PRIMARY KEY (chain, role, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX chain_parties_by_key ON chain_parties (key, role, chain);
CREATE INDEX chain_parties_by_country ON chain_parties (country, role, chain) WHERE country IS NOT NULL;
CREATE INDEX chain_parties_by_sector ON chain_parties (sector, role, chain) WHERE sector IS NOT NULL;
