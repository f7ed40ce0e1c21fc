SELECT _row, kind, title,
       CASE WHEN kind IS NULL AND trim(coalesce(reviewed, '')) = '' THEN 'gap' ELSE judge(trim(coalesce(reviewed, '')) <> '') END AS verdict
FROM rectification.publication
WHERE trim(coalesce(withheld, '')) = ''
