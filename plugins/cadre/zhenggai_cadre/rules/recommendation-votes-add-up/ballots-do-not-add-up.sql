SELECT ballot._row,
       name,
       post,
       round,
       round_date,
       present,
       concat_ws('＋', '推荐' || votes, '不推荐' || votes_no, '其他' || votes_other, '弃权' || abstain) AS formula,
       votes + coalesce(votes_no, 0) + coalesce(votes_other, 0) + coalesce(abstain, 0) AS counted,
       abs(counted - present) AS difference,
       round_date AS fact_date,
       CASE WHEN unread._row IS NOT NULL THEN 'gap'
            WHEN coalesce(votes_no, votes_other, abstain) IS NOT NULL THEN judge(counted = present)
            -- Without any figure but the votes, the rest cannot be told from what was left out.
            WHEN votes > present THEN 'violation'
            WHEN votes = present THEN 'ok'
            ELSE 'gap' END AS verdict
FROM ballot
LEFT JOIN unread ON unread._row = ballot._row
WHERE candidates = 1
