WITH facts AS (
  SELECT '处罚立案' AS bound, _row, filing_date AS day, party_name AS name, NULL::DECIMAL(18, 2) AS amount FROM enforcement.case_ledger
  UNION ALL SELECT '处罚结案', _row, close_date, party_name, NULL FROM enforcement.case_ledger WHERE close_date IS NOT NULL
  UNION ALL SELECT '食品检查', _row, inspect_date, subject_name, NULL FROM food.inspection_ledger
  UNION ALL SELECT '食品培训', _row, training_date, NULL, participants FROM food.training_ledger
  UNION ALL SELECT '药品检查', _row, inspect_date, pharmacy_name, NULL FROM drugs.inspection_ledger
  UNION ALL SELECT '药店约谈', _row, talk_date, pharmacy_name, NULL FROM drugs.talk_ledger
  UNION ALL SELECT '企业走访', _row, visit_date, enterprise, NULL FROM service.visit_ledger
  UNION ALL SELECT '异常名录移出', _row, removed_date, enterprise, NULL FROM service.abnormal_list WHERE removed_date IS NOT NULL
  UNION ALL SELECT '专利授权', _row, granted_date, holder, NULL FROM ip.patent_register
  UNION ALL SELECT '质押融资', _row, registered_date, pledgor, amount FROM ip.pledge_ledger
  UNION ALL SELECT '中心组学习', _row, date, NULL, NULL FROM party.study_group
  UNION ALL
  SELECT '述职末位', _row, date, unit, NULL
  FROM (SELECT *, max("rank") OVER (PARTITION BY "year", "quarter") AS last_rank FROM party.duty_reviews) AS review
  WHERE "rank" = last_rank
  UNION ALL SELECT '责任书签订', _row, date, signer, NULL FROM party.pledges
  UNION ALL SELECT '领导调研', _row, date, unit, NULL FROM party.research_visits
  UNION ALL SELECT '警示教育', _row, date, NULL, NULL FROM party.warning_education
  UNION ALL SELECT '关键岗位轮岗', _row, until, name, NULL FROM cadre.key_posts WHERE rotated_to IS NOT NULL
  UNION ALL
  SELECT '干部任用', _row, decision_date, name, NULL
  FROM cadre.selection_register
  WHERE kind IN ('提拔', '进一步使用')
),
letter AS (
  SELECT max(coalesce(date, issued_on)) AS feedback
  FROM rectification.feedback_document
),
claims AS (
  SELECT claim.*,
         coalesce(letter.feedback, summary.feedback_date) AS feedback,
         summary.report_date,
         coalesce(summary.inspect_start, letter.feedback, summary.feedback_date) AS inspected,
         try_cast(regexp_extract(since, '20[0-9]{2}') AS INTEGER) AS named_year,
         -- Written 'phrase=ledger'; the first binding that fits holds.
         split_part(list_filter($bindings, lambda one:
           regexp_matches(before || noun || after, split_part(one, '=', 1)))[1], '=', 2) AS bound
  FROM rectification.report_claims AS claim
  JOIN rectification.report_summary AS summary ON summary.document = claim.document
  CROSS JOIN letter
  -- Totals, money returned and institutions have rules of their own; the outlook is not done yet.
  WHERE claim.verifiable
),
spanned AS (
  SELECT *,
         CASE WHEN since LIKE '每%' THEN NULL
              WHEN named_year IS NOT NULL THEN make_date(named_year, 1, 1)
              WHEN since = '今年以来' OR since = '上半年' THEN make_date(year(report_date), 1, 1)
              WHEN since = '下半年' THEN make_date(year(report_date), 7, 1)
              WHEN since = '去年以来' THEN make_date(year(report_date) - 1, 1, 1)
              WHEN regexp_full_match(since, '巡.以来') THEN inspected
              ELSE feedback END AS first_day,
         CASE WHEN named_year < year(report_date) THEN make_date(named_year, 12, 31)
              WHEN since = '上半年' THEN least(make_date(year(report_date), 6, 30), report_date)
              ELSE report_date END AS last_day
  FROM claims
),
counted AS (
  SELECT spanned.document,
         spanned.item,
         spanned.n,
         count(facts._row) AS kept,
         count(*) FILTER (facts.day BETWEEN spanned.first_day AND spanned.last_day) AS times,
         count(DISTINCT norm_name(facts.name)) FILTER (facts.day BETWEEN spanned.first_day AND spanned.last_day) AS names,
         sum(facts.amount) FILTER (facts.day BETWEEN spanned.first_day AND spanned.last_day) AS amount,
         count(facts.name) AS named,
         count(*) FILTER (facts._row IS NOT NULL AND facts.day IS NULL) AS undated,
         list_slice(list(facts._row ORDER BY facts._row) FILTER (facts.day BETWEEN spanned.first_day AND spanned.last_day), 1, 3) AS sample
  FROM spanned
  LEFT JOIN facts ON facts.bound = spanned.bound
  GROUP BY spanned.document, spanned.item, spanned.n
),
compared AS (
  SELECT spanned.*,
         counted.kept,
         counted.times,
         counted.undated,
         counted.sample,
         CASE WHEN spanned.unit = '元' THEN counted.amount
              WHEN spanned.unit = '人次' AND counted.named = 0 THEN counted.amount
              WHEN spanned.unit IN ('人', '名') AND counted.named = 0 THEN NULL
              WHEN spanned.unit IN ('家', '户', '人', '名') THEN counted.names
              ELSE counted.times END AS actual
  FROM spanned
  JOIN counted ON counted.document = spanned.document AND counted.item = spanned.item AND counted.n = spanned.n
),
judged AS (
  SELECT *,
         CASE WHEN value_to IS NOT NULL THEN actual BETWEEN value AND value_to
              WHEN approximate IN ('近', '将近') THEN actual BETWEEN value * (1 - $approx_tol) AND value
              WHEN approximate IN ('约', '大约', '左右') THEN abs(actual - value) <= $approx_tol * value
              WHEN approximate = '以内' THEN actual <= value
              WHEN approximate <> '' THEN actual BETWEEN value AND value * (1 + $approx_tol)
              WHEN unit = '元' THEN abs(actual - value) <= $money_tol * actual + 0.5 * factor / power(10, decimals)
              ELSE actual = value END AS agrees
  FROM compared
)
SELECT list_concat([_row], coalesce(sample, [])) AS _rows,
       concat_ws('|', report, title, measure, before, unit, n) AS key,
       report,
       coalesce(nullif(title, ''), kind) AS title,
       before,
       text,
       after,
       CASE WHEN masked THEN '数字被遮蔽，未核对'
            WHEN vague THEN '数字含糊，未核对'
            WHEN counts = '口径不明' THEN '家次与家（人次与人）口径不明，未核对'
            WHEN coalesce(bound, '') = '' THEN '没有对应的台账数据，未核对'
            WHEN kept = 0 THEN '对应的台账没有数据，未核对'
            WHEN first_day IS NULL OR last_day IS NULL THEN '统计期间不明，未核对'
            WHEN agrees IS NULL THEN '台账数不出这个口径，未核对'
            WHEN agrees THEN '与台账相符'
            WHEN undated > 0 THEN '台账有未填日期的行，未核对'
            ELSE concat('与台账不符：', first_day, '至', last_day, '的“', bound, '”为',
                        regexp_replace(CAST(CAST(actual AS DECIMAL(18, 2)) AS VARCHAR), '[.]?0+$', ''),
                        CASE WHEN unit IN ('家', '户', '人', '名') AND times = value THEN '，所写的是次数，“家”与“家次”混用' ELSE '' END) END AS outcome,
       CASE WHEN outcome = '与台账相符' THEN 'ok'
            WHEN starts_with(outcome, '与台账不符') THEN 'violation'
            ELSE 'gap' END AS verdict
FROM judged
