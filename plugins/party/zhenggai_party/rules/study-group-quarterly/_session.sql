SELECT *,
       -- Two sessions of a day, and the days of one session, count once.
       lag(date) OVER (ORDER BY date, _row) AS before,
       date IS DISTINCT FROM before
         AND NOT coalesce(date = before + 1
           AND norm_text(topic) = lag(norm_text(topic)) OVER (ORDER BY date, _row), FALSE) AS begins
FROM party.study_group
WHERE date IS NOT NULL
  AND (form = '集体学习研讨'
       OR (form = '专题讲座' AND nullif(trim(speakers), '') IS NOT NULL))
