-- The ledger, schema 10: what is scheduled and told of by several stories is one happening.

CREATE TABLE chain_stories (   -- the stories that tell of it; chains.story is that of its first mention
    chain INTEGER NOT NULL REFERENCES chains (chain),
    story INTEGER NOT NULL REFERENCES stories (story),
    PRIMARY KEY (chain, story)
) STRICT, WITHOUT ROWID;
CREATE INDEX chain_stories_by_story ON chain_stories (story, chain);
INSERT INTO chain_stories (chain, story) SELECT chain, story FROM chains;

CREATE TABLE scheduled (       -- mentions with a stated window of a month at most: what other stories may tell of, too
    mention TEXT PRIMARY KEY,
    story INTEGER NOT NULL REFERENCES stories (story),
    place INTEGER NOT NULL REFERENCES reports (place),
    earliest TEXT NOT NULL,
    latest TEXT NOT NULL,
    done INTEGER NOT NULL,         -- 1: told as done, or under way
    told TEXT NOT NULL             -- JSON: the mention, with what its story knows of its parties
) STRICT, WITHOUT ROWID;
CREATE INDEX scheduled_by_story ON scheduled (story);
CREATE INDEX scheduled_by_place ON scheduled (place);

CREATE TABLE scheduled_keys (  -- by what it is found: act, party, and month of its window
    key TEXT NOT NULL,
    mention TEXT NOT NULL REFERENCES scheduled (mention),
    PRIMARY KEY (key, mention)
) STRICT, WITHOUT ROWID;
CREATE INDEX scheduled_keys_by_mention ON scheduled_keys (mention);

-- The happenings of all stories are looked for anew.
UPDATE stories SET fresh = 0;
