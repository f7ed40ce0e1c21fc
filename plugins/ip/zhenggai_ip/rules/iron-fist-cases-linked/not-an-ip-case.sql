SELECT [campaign._row, penal._row] AS _rows,
       campaign.party,
       campaign.case_no,
       penal.cause,
       campaign.filing_date AS fact_date,
       CASE WHEN list_bool_or(list_transform($ip_words, lambda word: contains(concat_ws(' ', penal.cause, penal.law_article), word))) THEN 'ok'
            WHEN penal.cause IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM linked
JOIN campaign ON campaign._row = linked.campaign_row
JOIN enforcement.case_ledger AS penal ON penal._row = linked.case_row
WHERE sure
