WITH held AS (
  SELECT *, norm_name(name) AS person,
         -- The duty, whichever desk it is done at: 采购岗, 采购员 and 甲所采购员 are one.
         regexp_replace(replace(norm_text(post), norm_text(unit), ''), '(人员|岗位|岗|员|负责人)$', '') AS duty
  FROM cadre.key_posts
),
spells AS (
  SELECT *,
         CASE WHEN date_diff('month', max(coalesce(until, CAST('9999-12-01' AS DATE))) OVER (PARTITION BY person, duty ORDER BY since, _row
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), since) <= $join_months THEN 0 ELSE 1 END AS opens
  FROM held
),
joined AS (
  SELECT *, sum(opens) OVER (PARTITION BY person, duty ORDER BY since, _row ROWS UNBOUNDED PRECEDING) AS spell
  FROM spells
),
current_holders AS (
  SELECT * REPLACE (begun AS since), date_diff('month', begun, as_of()) AS months
  FROM (SELECT *, min(since) OVER (PARTITION BY person, duty, spell) AS begun,
               count(*) FILTER (since IS NULL) OVER (PARTITION BY person, duty) AS undated
        FROM joined)
  WHERE until IS NULL
)
SELECT _row, name, unit, post, strftime(since, '%Y-%m') AS since, months,
       CASE WHEN months IS NULL THEN 'gap'
            WHEN months >= 12 * $years - $warn_months AND months < 12 * $years THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM current_holders
