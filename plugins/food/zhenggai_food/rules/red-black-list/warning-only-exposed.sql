WITH paper AS (
  SELECT 'decision' AS book, norm_docno(decision_no) AS number, norm_name(party_name) AS name,
         nullif(upper(norm_text(uscc)), '') AS code, decision_date AS dated, status, penalty, decision_date AS decided
  FROM food.case_ledger
  UNION ALL
  SELECT 'case', norm_docno(case_no), norm_name(party_name), nullif(upper(norm_text(uscc)), ''), filing_date, status, penalty, decision_date
  FROM food.case_ledger
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
       any_value(basis_no) AS basis_no,
       any_value(approver) AS owner,
       any_value(publish_date) AS fact_date,
       CASE WHEN bool_or(regexp_matches(penalty, '罚款|没收|吊销|责令停产|停业|限制|拘留')) THEN 'ok'
            WHEN bool_or(contains(penalty, '警告')) THEN 'doubt'
            WHEN bool_or(penalty IS NULL) THEN 'gap'
            ELSE 'ok' END AS verdict
FROM black
JOIN found ON found._row = black._row
WHERE decided IS NOT NULL
GROUP BY black._row
