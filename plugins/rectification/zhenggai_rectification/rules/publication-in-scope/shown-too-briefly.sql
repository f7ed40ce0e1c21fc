SELECT _row, kind, title, keep_days AS days,
       judge(keep_days >= $keep_days) AS verdict
FROM rectification.publication
WHERE kind IN ('社会公开', '网站', '公示栏')
  AND trim(coalesce(withheld, '')) = ''
