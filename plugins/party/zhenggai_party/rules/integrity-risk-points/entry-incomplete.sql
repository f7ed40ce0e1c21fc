WITH unread AS (
  SELECT _row, list(field) AS fields
  FROM core.unread
  WHERE field IN ('risk', 'grade', 'measure', 'owner')
  GROUP BY _row
)
SELECT entry._row, entry.unit, entry.post, entry.owner,
       concat_ws('、', CASE WHEN nullif(trim(risk), '') IS NULL THEN '廉政风险点' END,
         CASE WHEN grade IS NULL THEN '风险等级' END,
         CASE WHEN nullif(trim(measure), '') IS NULL THEN '防范措施' END,
         CASE WHEN nullif(trim(entry.owner), '') IS NULL THEN '责任人' END) AS lacking,
       (nullif(trim(risk), '') IS NULL)::INTEGER + (grade IS NULL)::INTEGER
         + (nullif(trim(measure), '') IS NULL)::INTEGER + (nullif(trim(entry.owner), '') IS NULL)::INTEGER AS empty_cells,
       CASE WHEN empty_cells = 0 THEN 'ok'
            WHEN empty_cells = len(unread.fields) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM party.integrity_risk AS entry
LEFT JOIN unread USING (_row)
