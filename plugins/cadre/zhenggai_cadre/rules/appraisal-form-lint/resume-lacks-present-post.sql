SELECT _row,
       name,
       current_post,
       line AS last_line,
       form_date AS fact_date,
       CASE WHEN contains(words, norm_text(current_post)) THEN 'ok'
            WHEN current_post IS NULL OR len(duties) = 0 THEN 'gap'
            ELSE judge(len(list_filter(duties, lambda one: NOT list_contains(last_duties, one))) = 0) END AS verdict
FROM (SELECT *,
             regexp_extract_all(norm_text(current_post), '[一二三四]级(?:主任科员|调研员|科员)|副?(?:局长|股长|科长|所长|队长|站长|组长|大队长|主任|书记)|党组成员|办事员|科员') AS duties,
             regexp_extract_all(words, '[一二三四]级(?:主任科员|调研员|科员)|副?(?:局长|股长|科长|所长|队长|站长|组长|大队长|主任|书记)|党组成员|办事员|科员') AS last_duties
      FROM stretch)
WHERE number = lines
