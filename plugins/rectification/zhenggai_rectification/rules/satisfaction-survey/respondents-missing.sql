WITH planned AS (
  SELECT plan._row, plan.title, unnest(list_filter(['干部职工', '服务对象', '基层所', '企业', '群众'], lambda one: contains(sentence, one))) AS wanted
  FROM (SELECT _row, title, unnest(string_split_regex(text, '[。\n]')) AS sentence FROM rectification.plan_document) AS plan
  WHERE regexp_matches(sentence, '测评|满意度')
),
asked AS (
  SELECT string_agg(object, '；') AS objects, count(*) FILTER (object IS NULL) AS unknown FROM rectification.survey
)
SELECT planned._row, planned.title || '|' || planned.wanted AS key, planned.wanted,
       CASE WHEN contains(asked.objects, planned.wanted) THEN 'ok'
            WHEN asked.objects IS NULL OR asked.unknown > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM planned
CROSS JOIN asked
