SELECT serious._row,
       day,
       subject_name,
       CASE WHEN key_item_fail >= 1 THEN '重点项不符合' || key_item_fail || '项' ELSE '结果为不符合' END AS what,
       station AS owner,
       day AS fact_date,
       add_workdays(day, $file_workdays) AS due,
       CASE WHEN linked.clue_row IS NOT NULL OR not_filed_approval IS NOT NULL THEN 'ok'
            WHEN workdays_between(day, as_of()) <= $file_workdays THEN 'pending'
            WHEN workdays_between(day, as_of()) IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM serious
LEFT JOIN (SELECT DISTINCT clue_row FROM linked) AS linked ON linked.clue_row = serious._row
WHERE number IS NULL
  -- Where filing is claimed, that is what is reported.
  AND NOT said_filed
UNION ALL
-- Neither the count of key items nor the result: whether the row is serious is not known.
SELECT _row, day, subject_name, '（重点项不符合数和检查结果都没有填）', station, day, NULL, 'gap'
FROM clue
WHERE book = 'inspection'
  AND key_item_fail IS NULL
  AND result IS NULL
  AND NOT said_filed
  AND number IS NULL
  AND NOT regexp_matches(coalesce(norm_text(problems), '？'), '^(无|没有|未发现|未见).{0,8}$')
