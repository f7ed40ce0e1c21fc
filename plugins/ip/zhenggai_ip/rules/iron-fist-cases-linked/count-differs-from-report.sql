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
),
matched AS (
  SELECT penal._row, min(campaign.filing_date) AS filing_date
  FROM linked
  JOIN campaign ON campaign._row = linked.campaign_row
  JOIN enforcement.case_ledger AS penal ON penal._row = linked.case_row
  WHERE sure
    AND list_bool_or(list_transform($ip_words, lambda word: contains(concat_ws(' ', penal.cause, penal.law_article), word)))
  GROUP BY penal._row
),
unclear AS (
  SELECT count(*) AS times
  FROM campaign
  WHERE filing_date IS NULL
     OR _row IN (SELECT campaign_row FROM linked WHERE NOT sure)
),
claim AS (
  SELECT paragraph._row,
         coalesce(report.period_start, period_start()) AS first_day,
         coalesce(report.period_end, period_end()) AS last_day,
         unnest(list_filter(string_split_regex(norm_text(paragraph.text), '[。；;]'),
                            lambda one: contains(one, '铁拳'))) AS words,
         TRY_CAST(regexp_extract(words, '(?:立案|查办|查处)[^0-9*]{0,10}?(\d+)(?:件|起|宗)', 1) AS INTEGER) AS claimed
  FROM core.paragraphs AS paragraph
  JOIN ip.stat_report AS report ON report._row = paragraph.document
)
SELECT claim._row,
       claimed,
       count(matched._row) AS counted,
       CASE WHEN count(matched._row) = claimed THEN 'ok'
            WHEN (SELECT times FROM unclear) > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM claim
LEFT JOIN matched ON matched.filing_date BETWEEN first_day AND last_day
WHERE claimed IS NOT NULL
GROUP BY claim._row, claimed, first_day, last_day
