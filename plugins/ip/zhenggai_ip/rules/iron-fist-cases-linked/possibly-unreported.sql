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
