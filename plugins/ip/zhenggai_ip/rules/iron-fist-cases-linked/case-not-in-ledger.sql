SELECT campaign._row,
       party,
       case_no,
       filing_date,
       filing_date AS fact_date,
       CASE WHEN count(linked.case_row) > 1 THEN '有' || count(linked.case_row) || '件能对上，请写全案号' ELSE '查不到' END AS what,
       CASE WHEN bool_or(sure) THEN 'ok'
            WHEN count(linked.case_row) > 1 THEN 'doubt'
            WHEN number IS NULL AND (party IS NULL OR filing_date IS NULL) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM campaign
LEFT JOIN linked ON linked.campaign_row = campaign._row
GROUP BY campaign._row, party, case_no, filing_date, number
