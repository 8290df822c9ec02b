-- The ledger, schema 7: what was expected has the life of its happening, and no other beside it. What persons decided
-- of it stands among the corrections.

DROP VIEW outlook_today;
DROP INDEX expectations_by_state;
ALTER TABLE expectations DROP COLUMN state;
DROP TABLE steps;
DROP TABLE evidence;
DROP TABLE unfollowed;
DROP TABLE waiting;
DROP TABLE told;

CREATE VIEW outlook_today AS       -- distinct expectations, and the state of their happenings by today's calendar
SELECT x.id, c.id AS happening,
       CASE WHEN c.state IN ('planned', 'dated', 'moved') AND c.latest < date('now') THEN 'overdue' ELSE c.state END AS state,
       x.latest, x.earliest, x.kind, x.strength, x.holder, x."action", x.condition, x."window", x.settled, x.day,
       substr(a.text, x.sentence_start + 1, x.sentence_end - x.sentence_start) AS sentence, x.rule,
       a.id AS article_id, a.headline, a.publisher, a.url
FROM expectations x JOIN articles a USING (article)
LEFT JOIN chain_findings f ON f.finding = x.id LEFT JOIN chains c USING (chain)
WHERE x.same_as IS NULL;

CREATE VIEW decided AS             -- happenings of which a person said what became of them: the last word on each
SELECT o.chain, o.state, o.at
FROM (
    SELECT f.chain, c.at,
           CASE WHEN c.value IN ('kept', 'kept_late', 'partly_kept') THEN 'happened' WHEN c.value = 'broken' THEN 'denied'
                WHEN c.value IN ('withdrawn', 'void') THEN 'called_off' WHEN c.value = 'superseded' THEN 'moved'
                ELSE c.value END AS state,
           row_number() OVER (PARTITION BY f.chain ORDER BY c.at DESC, c.id DESC) AS age
    FROM judgements g JOIN corrections c USING (correction) JOIN chain_findings f ON f.finding = g.finding
    WHERE g.verdict = 'wrong' AND c.kind = 'expectation' AND c.field = 'state'
    AND c.value NOT IN ('open', 'due_soon', 'overdue', 'unratable')
) o
WHERE o.age = 1;
