-- The ledger, schema 6: what persons judged of findings. It lies over the records and changes nothing of them.

CREATE TABLE corrections (         -- all that was ever judged; rows are added and never changed
    correction INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,       -- hash of all the rest
    finding TEXT NOT NULL,         -- the id that it had then
    kind TEXT NOT NULL,            -- event, statement, expectation or actor
    verdict TEXT NOT NULL,         -- right, wrong, not_there; of two actors same or other; undone
    field TEXT,                    -- of what is wrong: which field; NULL: that is not told
    value TEXT,                    -- what should stand there
    other TEXT,                    -- of two actors: the second one
    undoes TEXT,                   -- id of the one that is taken back
    "by" TEXT NOT NULL,            -- who judged
    at TEXT NOT NULL,              -- ISO 8601, UTC, to the millisecond, so that they sort
    why TEXT
) STRICT;
CREATE INDEX corrections_by_finding ON corrections (finding);
CREATE INDEX corrections_by_other ON corrections (other) WHERE other IS NOT NULL;
CREATE TRIGGER corrections_stay BEFORE UPDATE ON corrections BEGIN
    SELECT RAISE(ABORT, 'corrections are only added to');
END;

CREATE TABLE judgements (          -- corrections that stand, with the ids that findings have now; made of "corrections"
    correction INTEGER PRIMARY KEY REFERENCES corrections (correction),
    finding TEXT NOT NULL,
    other TEXT,
    verdict TEXT NOT NULL
) STRICT;
CREATE INDEX judgements_by_finding ON judgements (finding, verdict);
CREATE INDEX judgements_by_other ON judgements (other) WHERE other IS NOT NULL;
CREATE INDEX judgements_by_verdict ON judgements (verdict, finding);

CREATE VIEW not_there AS           -- findings that were judged not to be there, with all mentions of each
    SELECT g.finding FROM judgements g WHERE g.verdict = 'not_there'
    UNION
    SELECT e.id FROM judgements g JOIN events e ON e.same_as = g.finding WHERE g.verdict = 'not_there'
    UNION
    SELECT x.id
    FROM judgements g JOIN expectations j ON j.id = g.finding JOIN expectations x ON x.article = j.article
    WHERE g.verdict = 'not_there' AND coalesce(x.same_as, x.id) = coalesce(j.same_as, j.id);

-- Those first of which the most is to be learnt: as likely right as wrong.
CREATE INDEX events_by_doubt ON events (abs(confidence - 0.5), id)
    WHERE same_as IS NULL AND confidence IS NOT NULL;
CREATE INDEX statements_by_doubt ON statements (abs(confidence - 0.5), id)
    WHERE parent IS NULL AND confidence IS NOT NULL;
CREATE INDEX expectations_by_doubt ON expectations (abs(confidence - 0.5), id)
    WHERE leading = 1 AND confidence IS NOT NULL;
