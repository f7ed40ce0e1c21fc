WITH stated AS (
  SELECT _row,
         title,
         issued,
         unreadable,
         '陪餐' AS what,
         regexp_extract(body, '陪[餐同][^。；]{0,40}(二分之一|一半|50%|不得?超过[4-9四五六七八九]人)', 0) AS words,
         '十人以内不超过三人，超过十人不超过三分之一' AS law,
         contains(body, '陪餐') AS spoken,
         TRUE AS above
  FROM newest
  UNION ALL
  SELECT _row,
         title,
         issued,
         unreadable,
         '现金支付',
         regexp_extract(body, '现金[^。；0-9]{0,20}([0-9]+)元', 0),
         '现金结算起点为' || CAST($cash_limit AS VARCHAR) || '元',
         regexp_matches(body, '现金[^。；0-9]{0,20}[0-9]+元'),
         CAST(nullif(regexp_extract(body, '现金[^。；0-9]{0,20}([0-9]+)元', 1), '') AS BIGINT) > $cash_limit
  FROM newest
)
SELECT _row,
       what AS subject,
       title,
       what,
       words,
       law,
       issued AS fact_date,
       CASE WHEN unreadable THEN 'gap'
            WHEN words = '' THEN 'ok'
            ELSE judge(NOT above) END AS verdict
FROM stated
WHERE list_contains($checked_limits, what)
  AND (spoken OR unreadable)
