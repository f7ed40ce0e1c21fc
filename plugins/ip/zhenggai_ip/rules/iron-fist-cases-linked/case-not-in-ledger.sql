WITH campaign AS (
  SELECT *,
         norm_docno(case_no) AS number,
         -- A number without its agency's prefix matches by year and serial, if one case only has them.
         regexp_extract(number, '^〔(\d{4})〕(?:立|罚|处)?(\d+)号?$', ['year', 'serial']) AS bare
  FROM ip.iron_fist_ledger
  WHERE in_period(filing_date) IS NOT FALSE
),
filed AS (
  SELECT *, norm_docno(called) AS number, regexp_extract(number, '〔(\d{4})〕(\d+)号?$', ['year', 'serial']) AS bare
  FROM (SELECT _row, case_no AS called FROM enforcement.case_ledger
        UNION ALL
        SELECT _row, decision_no FROM enforcement.case_ledger)
  WHERE called IS NOT NULL
),
by_number AS (
  SELECT DISTINCT campaign._row AS campaign_row, filed._row AS case_row
  FROM campaign
  JOIN filed USING (number)
),
by_serial AS (
  SELECT DISTINCT campaign._row AS campaign_row, filed._row AS case_row
  FROM campaign
  JOIN filed USING (bare)
  WHERE bare.serial <> ''
    AND campaign._row NOT IN (SELECT campaign_row FROM by_number)
),
by_party AS (
  SELECT campaign._row AS campaign_row, penal._row AS case_row
  FROM campaign
  JOIN enforcement.case_ledger AS penal ON norm_name(penal.party_name) = norm_name(campaign.party)
    AND abs(penal.filing_date - campaign.filing_date) <= 3
  WHERE campaign._row NOT IN (SELECT campaign_row FROM by_number)
    AND campaign._row NOT IN (SELECT campaign_row FROM by_serial)
),
linked AS (
  SELECT campaign_row, case_row, count(*) OVER (PARTITION BY campaign_row) = 1 AS sure
  FROM (FROM by_number UNION FROM by_serial UNION FROM by_party)
)
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
