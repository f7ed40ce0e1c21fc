SELECT penal._row,
       penal.case_no,
       party_name,
       coalesce(penal.sample_no, '（空）') AS sample_no,
       filing_date AS fact_date,
       CASE WHEN known.sample_no IS NOT NULL OR linked.case_row IS NOT NULL THEN 'ok'
            WHEN penal.sample_no IS NULL THEN 'gap'
            -- The ledger of earlier samples was not handed in.
            WHEN filing_date < (SELECT min(report_received) FROM sample) THEN 'doubt'
            WHEN filing_date IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM penal
LEFT JOIN (SELECT DISTINCT upper(norm_text(sample_no)) AS sample_no FROM sample) AS known
  ON known.sample_no = upper(norm_text(penal.sample_no))
LEFT JOIN (SELECT DISTINCT case_row FROM linked) AS linked ON linked.case_row = penal._row
WHERE in_period(filing_date) IS NOT FALSE
  AND (source = '监督抽检' OR penal.sample_no IS NOT NULL)
