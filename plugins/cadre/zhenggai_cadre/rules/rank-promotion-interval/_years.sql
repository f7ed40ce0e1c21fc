-- Full years of appraisal served in the former rank; one in which the rank began halfway through is
-- not full, and its result was or may have been used before.
SELECT risen._row,
       count(*) FILTER (grade = '优秀') AS excellent,
       count(*) FILTER (grade IN ('基本称职', '不定等次')) AS uncounted,
       count(*) FILTER (grade IS NULL) AS unknown,
       string_agg(CAST(CASE WHEN grade = '不称职' THEN "year" END AS VARCHAR), '、' ORDER BY "year") AS bad,
       count(DISTINCT "year") AS appraised
FROM risen
JOIN cadre.annual_appraisal AS appraisal ON norm_name(appraisal.name) = risen.person
  AND (appraisal.id_card <> risen.id_card) IS NOT TRUE
WHERE make_date("year", 1, 1) >= from_since
  AND make_date("year", 12, 31) < approve_date
GROUP BY risen._row
