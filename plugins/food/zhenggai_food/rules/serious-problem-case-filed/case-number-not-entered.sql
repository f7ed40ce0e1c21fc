WITH clue AS (
  SELECT *,
         norm_name(subject_name) AS name,
         CASE WHEN regexp_matches(case_no, '\d') THEN norm_docno(case_no) END AS number,
         regexp_extract(norm_docno(case_no), '^〔(\d{4})〕(\d+)号?$', ['year', 'serial']) AS bare,
         coalesce(contains(regexp_replace(measures, '(不予|未|不)立案', '', 'g'), '立案'), FALSE)
           OR coalesce(regexp_matches(norm_text(case_no), '^(是|已立案|立案)$'), FALSE) AS said_filed
  FROM (SELECT _row, inspect_date AS day, subject_name, nullif(upper(norm_text(uscc)), '') AS code, station,
               key_item_fail, result, problems, measures, case_no, not_filed_approval, extension, excluded_days,
               'inspection' AS book
        FROM food.inspection_ledger
        WHERE in_period(inspect_date) IS NOT FALSE
        UNION ALL
        SELECT _row, patrol_date, subject_name, NULL, team, NULL, NULL, problems, measures, case_no, NULL, NULL, NULL, 'patrol'
        FROM food.patrol_log
        WHERE in_period(patrol_date) IS NOT FALSE)
),
serious AS (
  SELECT *
  FROM clue
  WHERE (book = 'inspection' AND (key_item_fail >= 1 OR result = '不符合' OR said_filed))
     OR (book = 'patrol' AND (said_filed OR number IS NOT NULL))
),
penal AS (
  SELECT *,
         nullif(upper(norm_text(uscc)), '') AS code,
         norm_docno(case_no) AS number,
         regexp_extract(norm_docno(case_no), '〔(\d{4})〕(\d+)号?$', ['year', 'serial']) AS bare
  FROM food.case_ledger
),
-- “张某（老街饭店）” names the person and the shop.
party AS (
  SELECT _row, norm_name(unnest([party_name, regexp_replace(party_name, '[（(].*', ''),
                                 regexp_extract(party_name, '[（(]([^）)]+)', 1)])) AS name
  FROM food.case_ledger
),
by_number AS (
  SELECT serious._row AS clue_row, penal._row AS case_row
  FROM serious
  JOIN penal USING (number)
  UNION
  SELECT serious._row, penal._row
  FROM serious
  JOIN (FROM penal QUALIFY count(*) OVER (PARTITION BY bare) = 1) AS penal USING (bare)
  WHERE serious.bare.serial <> ''
),
by_party AS (
  SELECT serious._row AS clue_row, arg_min(penal._row, penal.filing_date) AS case_row
  FROM serious
  JOIN (SELECT _row, name AS business FROM party WHERE name IS NOT NULL
        UNION
        SELECT penal._row, same.name FROM penal JOIN serious AS same USING (code)) AS called
    ON called.business = serious.name
  JOIN penal ON penal._row = called._row
  WHERE serious.number IS NULL
    AND workdays_between(serious.day, penal.filing_date) BETWEEN 0 AND 60
    AND penal.filing_date >= serious.day
  GROUP BY serious._row
),
linked AS (
  SELECT clue_row, case_row, TRUE AS numbered FROM by_number
  UNION ALL
  SELECT clue_row, case_row, FALSE FROM by_party
)
SELECT [serious._row, penal._row] AS _rows,
       day,
       subject_name,
       penal.case_no,
       filing_date,
       station AS owner,
       day AS fact_date,
       CASE WHEN numbered THEN 'ok' ELSE 'doubt' END AS verdict
FROM linked
JOIN serious ON serious._row = linked.clue_row
JOIN penal ON penal._row = linked.case_row
