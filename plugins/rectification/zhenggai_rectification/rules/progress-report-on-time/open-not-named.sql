WITH open_problems AS (
  SELECT min(ledger._row) AS _row, ledger.finding,
         regexp_replace(norm_text(ledger.finding), '^(针对|关于)|[，。、；：,.;:“”"《》（）()的了]|问题$', '', 'g') AS words
  FROM rectification.ledger AS ledger
  WHERE ledger.status IN ('未开展', '正在推进', '基本完成', '长期坚持')
    AND (ledger.source IS NULL OR ledger.source = '巡察')
    AND trim(ledger.finding) <> ''
  GROUP BY ledger.finding
),
headed AS (
  SELECT document, report, regexp_replace(title, '[的了]', '', 'g') AS words,
         regexp_matches(body, '正在|未完成|尚未|推进|持续|长期|基本完成|下一步|目前已|进展|阶段性') AS told_open
  FROM rectification.report_items
  WHERE kind IN ('问题', '具体问题')
),
named AS (
  SELECT document, report, text
  FROM rectification.report_document AS paper
  JOIN rectification.report_summary AS summary ON summary.document = paper._row >> 32
)
SELECT open_problems._row,
       named.report || '|' || open_problems.finding AS key,
       open_problems.finding, named.report,
       CASE WHEN count(headed.document) = 0 THEN 'gap'
            ELSE judge(bool_or(headed.told_open)
              OR bool_or(regexp_matches(named.text, '(未完成|正在|尚未|持续|长期)[^。]{0,40}' || regexp_escape(left(open_problems.finding, 6))))) END AS verdict
FROM open_problems
CROSS JOIN named
LEFT JOIN headed ON headed.document = named.document
  AND (contains(open_problems.words, headed.words) OR contains(headed.words, open_problems.words))
WHERE NOT regexp_matches(named.report, '主要负责人|组织落实|中期|阶段性')
GROUP BY open_problems._row, open_problems.finding, named.report
