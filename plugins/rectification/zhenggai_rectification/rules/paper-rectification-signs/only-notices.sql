WITH listed AS (
  SELECT norm_text(unnest(split_names(problem_id))) AS number, regexp_extract(replace(path, '\', '/'), '[^/]+$') AS name
  FROM rectification.evidence_files
),
named AS (
  SELECT ledger._row, ledger."no", ledger.finding, ledger.leader,
         list_distinct(list_concat(split_names(any_value(ledger.evidence)), coalesce(list(listed.name) FILTER (listed.name IS NOT NULL), []))) AS names
  FROM rectification.ledger AS ledger
  LEFT JOIN listed ON listed.number = norm_text(ledger."no")
  WHERE ledger.status IN ('已完成', '已销号')
    AND regexp_matches(ledger.finding, '资金|经费|补贴|报销|津贴|公款|费用|购买|采购|工程|退款|收费|处罚|罚没|案件|执法|监管|检查')
  GROUP BY ledger._row, ledger."no", ledger.finding, ledger.leader
)
SELECT _row, "no", finding, leader AS owner, array_to_string(names, '、') AS names,
       CASE WHEN len(list_filter(names, lambda one: NOT regexp_matches(one, '^(见附件|附件.*|详见.*|材料)$'))) = 0 THEN 'gap'
            ELSE judge(list_bool_or(list_transform(names, lambda one:
              NOT regexp_matches(one, '通知|会议|学习|方案|计划|纪要|传达') AND NOT regexp_matches(one, '^(见附件|附件.*|详见.*|材料)$')))) END AS verdict
FROM named
