SELECT *,
       norm_docno(case_no) AS number,
       -- A number without its agency's prefix matches by year and serial, if one case only has them.
       regexp_extract(number, '^〔(\d{4})〕(?:立|罚|处)?(\d+)号?$', ['year', 'serial']) AS bare
FROM ip.iron_fist_ledger
WHERE in_period(filing_date) IS NOT FALSE
