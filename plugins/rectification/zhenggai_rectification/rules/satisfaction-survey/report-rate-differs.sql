WITH whole AS (
  SELECT 100.0 * sum(satisfied + CASE WHEN $fair_counts THEN coalesce(fair, 0) ELSE 0 END) / nullif(sum(received), 0) AS rate,
         list(100.0 * (satisfied + CASE WHEN $fair_counts THEN coalesce(fair, 0) ELSE 0 END) / nullif(received, 0)) AS each_rate,
         count(*) FILTER (satisfied IS NULL OR received IS NULL) AS unknown
  FROM rectification.survey
)
SELECT claim._row, concat_ws('|', claim.report, claim.title, claim.before, claim.n) AS key, claim.report, claim.before, claim.text,
       round(whole.rate, 2) AS counted,
       -- The rate of all surveys together, or of one of them, rounded half up as the report shows it.
       CASE WHEN claim.value IS NULL OR whole.unknown > 0 OR whole.rate IS NULL THEN 'gap'
            ELSE judge(list_bool_or(list_transform(list_append(whole.each_rate, whole.rate), lambda one:
              floor(one * power(10, claim.decimals) + 0.5 + 1e-9) = round(CAST(claim.value AS DOUBLE) * power(10, claim.decimals))))) END AS verdict
FROM rectification.report_claims AS claim
CROSS JOIN whole
WHERE claim.unit = '%'
  AND regexp_matches(claim.before, '满意(率|度)')
