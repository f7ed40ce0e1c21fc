SELECT *,
       nullif(upper(norm_text(uscc)), '') AS code,
       norm_docno(case_no) AS case_number,
       regexp_extract(norm_docno(case_no), '〔(\d{4})〕(\d+)号?$', ['year', 'serial']) AS bare
FROM food.case_ledger
