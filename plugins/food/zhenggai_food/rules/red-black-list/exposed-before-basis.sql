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
)
SELECT black._row,
       any_value(issue_no) AS issue_no,
       any_value(subject_name) AS subject_name,
       any_value(publish_date) AS publish_date,
       any_value(basis_no) AS basis_no,
       min(dated) AS dated,
       any_value(approver) AS owner,
       any_value(publish_date) AS fact_date,
       CASE WHEN bool_or(dated <= publish_date) THEN 'ok'
            WHEN count(dated) < count(*) OR any_value(publish_date) IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM black
JOIN found ON found._row = black._row
-- A case still undecided is reported by itself.
WHERE NOT (found.book IN ('case', 'decision') AND decided IS NULL)
GROUP BY black._row
