SELECT _row, "no", finding, category, deadline, leader AS owner,
       CASE WHEN trim(coalesce(deadline, '')) = '' THEN 'gap'
            WHEN category = '立行立改' THEN judge(NOT regexp_matches(deadline, '长期|持续|常态|年底'))
            WHEN category = '限期整改' THEN judge(NOT regexp_matches(deadline, '长期|持续|常态|立行立改|即知即改'))
            ELSE judge(NOT regexp_matches(deadline, '立行立改|即知即改|立即')) END AS verdict
FROM rectification.ledger
WHERE category IS NOT NULL
