-- What there is, article by article, source by source, run by run.

-- name: articles
SELECT a.ordinal
FROM articles a
WHERE a.current = 1
AND a.ordinal < :until
AND a.ordinal >= :since  -- if since
AND a.publisher = :publisher  -- if publisher
AND a.publisher IS NULL  -- if nobody
AND a.version > 1  -- if changed
AND a.article > :beyond  -- if beyond
ORDER BY a.ordinal DESC
LIMIT :limit

-- name: last_number
SELECT coalesce(max(article), 0) FROM articles

-- name: article_rows
SELECT a.ordinal, a.id AS article_id, a.url, a.headline, a.publisher, a.published, a.version,
       substr(coalesce(nullif(a.standfirst, ''), a.body, ''), 1, 400) AS opening
FROM json_each(:ordinals) j JOIN articles a ON a.ordinal = CAST(j.value AS BIGINT)

-- name: outlets
SELECT publisher, count(*) AS articles, count(*) FILTER (WHERE version > 1) AS changed,
       min(earliest) AS first, max(latest) AS last, max(fetched_at) AS read_at
FROM articles
WHERE current = 1
GROUP BY publisher
ORDER BY 2 DESC, 1 NULLS FIRST

-- name: runs
SELECT run, command, version, started_at, ended_at FROM runs WHERE run < :below ORDER BY run DESC LIMIT :limit

-- name: captures_by_run
SELECT run, count(*) AS number FROM captures WHERE run BETWEEN :first AND :last GROUP BY run

-- name: failures_by_run
SELECT run, count(*) AS number FROM failures WHERE run BETWEEN :first AND :last GROUP BY run

-- name: work
SELECT work FROM articles WHERE id = :id

-- name: home_of
SELECT a.id, f.kind
FROM (
    SELECT 'event' AS kind, article FROM events WHERE id = :id
    UNION ALL SELECT 'statement', article FROM statements WHERE id = :id
    UNION ALL SELECT 'expectation', article FROM expectations WHERE id = :id
    UNION ALL SELECT 'time', article FROM times WHERE id = :id
) f JOIN articles a USING (article)

-- name: last_versions
SELECT id, version, coalesce(fetched_at, modified, published) AS at, blocks, text
FROM articles
WHERE work = :work
ORDER BY version DESC
LIMIT :limit
