WITH penal AS (
  SELECT *, norm_docno(case_no) AS number, regexp_extract(norm_docno(case_no), '〔(\d{4})〕(\d+)号?$', ['year', 'serial']) AS bare
  FROM food.case_ledger
),
claimed AS (
  SELECT *,
         CASE WHEN regexp_matches(case_no, '\d') THEN norm_docno(case_no) END AS number,
         regexp_extract(norm_docno(case_no), '^〔(\d{4})〕(\d+)号?$', ['year', 'serial']) AS bare
  FROM food.patrol_log
  WHERE in_period(patrol_date) IS NOT FALSE
    AND case_no IS NOT NULL
    AND NOT regexp_matches(norm_text(case_no), '^(否|未立案|不予立案)$')
),
linked AS (
  SELECT claimed._row, penal._row AS case_row FROM claimed JOIN penal USING (number)
  UNION
  SELECT claimed._row, penal._row
  FROM claimed
  JOIN (FROM penal QUALIFY count(*) OVER (PARTITION BY bare) = 1) AS penal USING (bare)
  WHERE claimed.bare.serial <> ''
),
compared AS (
  SELECT claimed._row,
         count(case_row) AS cases,
         bool_or(contains(norm_name(party_name), norm_name(subject_name)) OR contains(norm_name(subject_name), norm_name(party_name))) AS same_party,
         bool_or(filing_date >= patrol_date) AS after_patrol,
         any_value(party_name) AS party_name,
         any_value(filing_date) AS filing_date
  FROM claimed
  LEFT JOIN linked USING (_row)
  LEFT JOIN penal ON penal._row = linked.case_row
  GROUP BY claimed._row
)
SELECT claimed._row,
       patrol_date,
       subject_name,
       case_no,
       CASE WHEN number IS NULL THEN '没有写案号'
            WHEN cases = 0 THEN '在案件台账中查不到'
            WHEN NOT same_party THEN '的当事人是' || party_name
            ELSE '的立案日期' || coalesce(CAST(filing_date AS VARCHAR), '为空') || '早于检查' END AS what,
       team AS owner,
       patrol_date AS fact_date,
       CASE WHEN number IS NULL THEN 'gap'
            WHEN cases = 0 THEN 'violation'
            ELSE judge(same_party AND after_patrol) END AS verdict
FROM claimed
JOIN compared USING (_row)
