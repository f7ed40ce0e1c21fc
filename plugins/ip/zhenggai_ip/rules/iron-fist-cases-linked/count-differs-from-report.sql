WITH matched AS (
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
