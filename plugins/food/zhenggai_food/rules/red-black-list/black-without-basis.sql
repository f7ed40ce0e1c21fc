WITH paper AS (
  SELECT 'inspection' AS book, norm_docno(document_no) AS number, norm_name(subject_name) AS name,
         nullif(upper(norm_text(uscc)), '') AS code, inspect_date AS dated, NULL AS status, NULL AS penalty, NULL AS decided
  FROM food.inspection_ledger
  UNION ALL
  SELECT 'decision', norm_docno(decision_no), norm_name(party_name), nullif(upper(norm_text(uscc)), ''), decision_date, status, penalty, decision_date
  FROM food.case_ledger
  UNION ALL
  SELECT 'case', norm_docno(case_no), norm_name(party_name), nullif(upper(norm_text(uscc)), ''), filing_date, status, penalty, decision_date
  FROM food.case_ledger
  UNION ALL
  SELECT 'sample', norm_docno(sample_no), norm_name(sampled_unit), nullif(upper(norm_text(uscc)), ''), report_received, NULL, NULL, NULL
  FROM food.sampling_failure_ledger
),
found AS (
  SELECT black._row, paper.book, paper.dated, paper.status, paper.penalty, paper.decided
  FROM black
  JOIN paper ON paper.number = norm_docno(black.cited)
  WHERE paper.code = black.code
     OR contains(paper.name, black.name)
     OR contains(black.name, paper.name)
),
supplied AS (
  SELECT (SELECT count(*) FROM food.inspection_ledger) > 0
     AND (SELECT count(*) FROM food.case_ledger) > 0
     AND (SELECT count(*) FROM food.sampling_failure_ledger) > 0 AS every_book
)
SELECT black._row,
       any_value(issue_no) AS issue_no,
       any_value(subject_name) AS subject_name,
       coalesce(any_value(basis_no), '（空）') AS basis_no,
       CASE WHEN any_value(basis_no) IS NULL THEN '没有依据文书号'
            ELSE '的依据' || any_value(basis_no) || '在检查、案件、抽检台账中查不到该单位' END AS what,
       any_value(approver) AS owner,
       any_value(publish_date) AS fact_date,
       CASE WHEN any_value(basis_no) IS NULL THEN 'violation'
            WHEN count(found._row) > 0 THEN 'ok'
            -- The number may stand in a ledger that was not handed in.
            WHEN NOT any_value(every_book) OR any_value(black.name) IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM black
CROSS JOIN supplied
LEFT JOIN found ON found._row = black._row
GROUP BY black._row
