-- The ledger, schema 4: what is watched. Times are ISO 8601 by Greenwich, to the millisecond, so that they sort.

CREATE TABLE watched (             -- sources, and the pages that they named
    watched INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,            -- source (a feed, a sitemap, a page whose links are followed) or page (an article's)
    address TEXT NOT NULL,         -- one for every way of writing it; "sha256:…" of one that was forgotten
    url TEXT NOT NULL,             -- what is asked for next: another than the address after a redirect
    host TEXT NOT NULL,            -- of url
    hops INTEGER NOT NULL,         -- redirects since the address
    moved TEXT,                    -- where redirects that last have led to
    state TEXT NOT NULL,           -- active, paused or ended; read, gone, walled, barred, lost, other or forgotten
    source TEXT,                   -- the address of the source that named it
    format TEXT,                   -- of a source: rss, rdf, atom, json, sitemap, sitemap-index, page or address
    title TEXT,
    due TEXT,                      -- when it is asked next; NULL: no more
    rhythm INTEGER,                -- seconds between two looks
    looks INTEGER NOT NULL,        -- of a page: since it was first read
    etag TEXT,                     -- of the last answer that was taken
    modified TEXT,
    sha256 TEXT,
    failures INTEGER NOT NULL,     -- in a row
    status INTEGER,                -- of the last answer
    reason TEXT,                   -- why the last look brought nothing
    added_at TEXT NOT NULL,
    asked_at TEXT,
    good_at TEXT,
    listed TEXT,                   -- JSON: what the feed says of a page
    UNIQUE (kind, address)
) STRICT;
CREATE INDEX watched_by_host ON watched (host, kind, due) WHERE due IS NOT NULL;
CREATE INDEX watched_by_source ON watched (source, state) WHERE source IS NOT NULL;

CREATE TABLE watched_hosts (       -- when each host may be asked again
    host TEXT PRIMARY KEY,
    free_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE robots (              -- robots.txt of each origin
    origin TEXT PRIMARY KEY,       -- scheme, host and port
    url TEXT NOT NULL,             -- what is asked for next
    hops INTEGER NOT NULL,
    standing TEXT,                 -- rules, open (there is none) or closed (the site cannot say); NULL: not known yet
    text TEXT NOT NULL,
    until TEXT,                    -- how long that holds
    failures INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE arrivals (            -- pages that came and have not been read yet
    arrival INTEGER PRIMARY KEY,
    address TEXT NOT NULL UNIQUE,  -- of the watched page
    url TEXT NOT NULL,
    packed BLOB NOT NULL,          -- zlib
    media_type TEXT,
    fetched_at TEXT NOT NULL,
    is_item INTEGER NOT NULL       -- 1: no page, but what its feed says of it
) STRICT;
