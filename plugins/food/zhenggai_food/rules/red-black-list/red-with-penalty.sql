WITH record AS (
  SELECT norm_name(party_name) AS name, nullif(upper(norm_text(uscc)), '') AS code, decision_date AS day
  FROM food.case_ledger
  WHERE decision_date IS NOT NULL OR status IN ('已处罚未执行', '已结案')
),
-- How many operators bear the name: a red entry without a code may be either.
namesake AS (
  SELECT norm_name(party_name) AS name, count(DISTINCT upper(norm_text(uscc))) AS operators
  FROM food.case_ledger
  GROUP BY ALL
),
met AS (
  SELECT red._row, record.day, FALSE AS by_name
  FROM red
  JOIN record USING (code)
  UNION
  SELECT red._row, record.day, TRUE
  FROM red
  JOIN record USING (name)
  WHERE red.code IS NULL OR record.code IS NULL
)
SELECT red._row,
       any_value(issue_no) AS issue_no,
       any_value(subject_name) AS subject_name,
       any_value(publish_date) AS publish_date,
       max(met.day) FILTER (met.day BETWEEN add_months(publish_date, -$red_months) AND publish_date) AS happened,
       any_value(approver) AS owner,
       any_value(publish_date) AS fact_date,
       CASE WHEN count(*) FILTER (met.day BETWEEN add_months(publish_date, -$red_months) AND publish_date
                                  AND (NOT by_name OR coalesce(operators, 0) <= 1)) > 0 THEN 'violation'
            WHEN count(*) FILTER (met.day BETWEEN add_months(publish_date, -$red_months) AND publish_date) > 0
              OR count(*) FILTER (met._row IS NOT NULL AND met.day IS NULL) > 0
              OR any_value(red.name) IS NULL OR any_value(publish_date) IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM red
LEFT JOIN met ON met._row = red._row
LEFT JOIN namesake ON namesake.name = red.name
GROUP BY red._row
