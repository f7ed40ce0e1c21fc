SELECT _row, date, topic, decision, date AS fact_date,
       CASE WHEN decision IS NULL THEN 'gap'
            WHEN NOT regexp_matches(norm_text(decision), '^(会议)?(审议|听取|研究)(了|通过)?(相关|有关|该|上述|以上)?(议题|事项|汇报)?[。；]?$') THEN 'ok'
            WHEN _row IN (SELECT _row FROM core.unread WHERE field = 'follow_up') THEN 'gap'
            ELSE judge(nullif(trim(follow_up), '') IS NOT NULL) END AS verdict
FROM party.party_group_topics
WHERE in_period(date) IS NOT FALSE
  AND ((category = '全面从严治党' OR regexp_matches(norm_text(topic), '全面从严治党|党风廉政建设')) OR (category = '意识形态' OR contains(norm_text(topic), '意识形态')))
