SELECT [campaign._row, penal._row] AS _rows,
       campaign.party,
       campaign.case_no,
       concat_ws('；',
         CASE WHEN campaign.filing_date <> penal.filing_date
              THEN '立案日期：“铁拳”台账' || campaign.filing_date || '，案件台账' || penal.filing_date END,
         CASE WHEN campaign.close_date <> penal.close_date
              THEN '结案日期：“铁拳”台账' || campaign.close_date || '，案件台账' || penal.close_date END) AS what,
       campaign.filing_date AS fact_date,
       CASE WHEN what <> '' THEN 'violation'
            WHEN campaign.filing_date IS NULL OR penal.filing_date IS NULL
              OR (campaign.close_date IS NULL) <> (penal.close_date IS NULL) THEN 'gap'
            ELSE 'ok' END AS verdict
FROM linked
JOIN campaign ON campaign._row = linked.campaign_row
JOIN enforcement.case_ledger AS penal ON penal._row = linked.case_row
WHERE sure
