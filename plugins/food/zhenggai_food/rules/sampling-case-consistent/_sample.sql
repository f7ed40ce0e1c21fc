SELECT *,
       nullif(upper(norm_text(uscc)), '') AS code,
       CASE WHEN regexp_matches(case_no, '\d') THEN norm_docno(case_no) END AS number,
       regexp_extract(norm_docno(case_no), '^〔(\d{4})〕(\d+)号?$', ['year', 'serial']) AS bare
FROM food.sampling_failure_ledger
WHERE in_period(report_received) IS NOT FALSE
