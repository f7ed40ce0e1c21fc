SELECT penal._row,
       penal.party_name,
       penal.case_no,
       penal.cause,
       penal.filing_date,
       penal.handling_unit AS owner,
       penal.filing_date AS fact_date,
       CASE WHEN linked.case_row IS NOT NULL THEN 'ok'
            WHEN penal.filing_date IS NULL THEN 'gap'
            ELSE 'doubt' END AS verdict
FROM enforcement.case_ledger AS penal
LEFT JOIN (SELECT DISTINCT case_row FROM linked) AS linked ON linked.case_row = penal._row
WHERE in_period(penal.filing_date) IS NOT FALSE
  AND list_bool_or(list_transform($ip_words, lambda word: contains(penal.cause, word)))
