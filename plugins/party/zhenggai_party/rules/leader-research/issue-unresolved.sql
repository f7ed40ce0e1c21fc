SELECT _row, leader, date, unit, issues, leader AS owner, date AS fact_date,
       CASE WHEN _row IN (SELECT _row FROM core.unread WHERE field IN ('resolved', 'issues')) THEN 'gap'
            ELSE judge(nullif(trim(resolved), '') IS NOT NULL) END AS verdict
FROM party.research_visits
WHERE in_period(date) IS NOT FALSE
  AND (norm_text(issues) NOT IN ('', '无', '无问题', '未发现问题', '/', '-', '—')
       OR _row IN (SELECT _row FROM core.unread WHERE field = 'issues'))
