SELECT *, norm_docno(called) AS number, regexp_extract(number, '〔(\d{4})〕(\d+)号?$', ['year', 'serial']) AS bare
FROM (SELECT _row, case_no AS called FROM enforcement.case_ledger
      UNION ALL
      SELECT _row, decision_no FROM enforcement.case_ledger)
WHERE called IS NOT NULL
