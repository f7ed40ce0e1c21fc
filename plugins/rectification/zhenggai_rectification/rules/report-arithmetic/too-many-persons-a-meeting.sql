WITH counted AS (
  SELECT *,
         lead(value) OVER beside AS persons,
         lead(unit) OVER beside AS persons_unit,
         lead(masked) OVER beside AS persons_masked,
         lead(sentence) OVER beside AS persons_sentence
  FROM rectification.report_claims
  WINDOW beside AS (PARTITION BY document, item ORDER BY place)
),
staff AS (
  SELECT count(DISTINCT norm_name(name)) AS staff
  FROM cadre.roster
)
SELECT _row,
       concat_ws('|', report, title, noun, n) AS key,
       report,
       coalesce(nullif(title, ''), kind) AS title,
       value AS meetings,
       persons,
       round(persons / nullif(value, 0), 1) AS average,
       staff.staff,
       CASE WHEN masked OR persons_masked OR staff.staff = 0 THEN 'gap'
            ELSE judge(persons <= $max_per * staff.staff * value) END AS verdict
FROM counted
CROSS JOIN staff
WHERE unit IN ('次', '场', '期', '场次', '批次', '批')
  AND persons_unit IN ('人次', '人')
  AND persons_sentence = sentence
  AND regexp_matches(noun, '会|学习|培训|讲座|宣讲')
