WITH section AS (
  SELECT name, regexp_replace(norm_name(name), '市场监督管理|市场监管|食品药品监督管理', '', 'g') AS spelled
  FROM core.sections
  UNION
  -- Without a list of the unit's own, the sections that the roster names.
  SELECT DISTINCT unit, regexp_replace(norm_name(unit), '市场监督管理|市场监管|食品药品监督管理', '', 'g')
  FROM cadre.roster
  WHERE NOT EXISTS (SELECT 1 FROM core.sections)
    AND unit IS NOT NULL
    AND NOT regexp_matches(norm_text(unit), '局领导|班子|局长|党组')
),
listed AS (
  SELECT regexp_replace(norm_name(unit_name), '市场监督管理|市场监管|食品药品监督管理', '', 'g') AS spelled, list(_row ORDER BY _row)[1:1] AS risk_rows
  FROM (SELECT _row, unnest(split_names(unit)) AS unit_name FROM party.integrity_risk)
  GROUP BY ALL
)
SELECT listed.risk_rows AS _rows, section.name AS key, section.name AS section, section.name AS owner,
       CASE WHEN listed.spelled IS NOT NULL THEN 'ok'
            WHEN EXISTS (SELECT 1 FROM party.integrity_risk WHERE unit IS NULL) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM section
LEFT JOIN listed USING (spelled)
UNION ALL
SELECT NULL, 'total', '单位内设机构名单', NULL, 'gap'
WHERE NOT EXISTS (SELECT 1 FROM section)
