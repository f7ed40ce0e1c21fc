-- Of two reviews of one section in a quarter the later counts.
SELECT *
FROM (
  SELECT *, regexp_replace(norm_name(unit), '市场监督管理|市场监管|食品药品监督管理', '', 'g') AS spelled,
         row_number() OVER (PARTITION BY "year", quarter, regexp_replace(norm_name(unit), '市场监督管理|市场监管|食品药品监督管理', '', 'g') ORDER BY date DESC NULLS LAST, _row DESC) AS newest
  FROM party.duty_reviews
)
WHERE newest = 1
