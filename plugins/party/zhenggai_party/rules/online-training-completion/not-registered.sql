WITH platform AS (
  SELECT norm_text(platform) AS platform_name, any_value(platform) AS platform
  FROM party.online_training
  WHERE platform IS NOT NULL
  GROUP BY ALL
),
entered AS (
  SELECT norm_text(platform) AS platform_name, norm_name(name) AS person,
         count(DISTINCT coalesce(norm_name(unit), '')) FILTER (registered IS NOT FALSE) AS entries, list(_row ORDER BY _row) AS entry_rows,
         bool_or(_row IN (SELECT _row FROM core.unread WHERE field = 'registered')) AS unclear
  FROM party.online_training
  GROUP BY ALL
)
SELECT list_concat([staff._row], entered.entry_rows) AS _rows, concat_ws('|', platform.platform, staff.name, staff.unit) AS key,
       staff.name, platform.platform, staff.unit AS owner,
       CASE WHEN entered.unclear OR staff.person IS NULL THEN 'gap'
            WHEN coalesce(entered.entries, 0) = 0 THEN
              CASE WHEN EXISTS (SELECT 1 FROM party.online_training WHERE name IS NULL OR platform IS NULL) THEN 'gap' ELSE 'violation' END
            -- Fewer entries than people of the name: whose is missing is not known.
            WHEN entered.entries < staff.namesakes THEN 'gap'
            ELSE 'ok' END AS verdict
FROM staff
CROSS JOIN platform
LEFT JOIN entered ON entered.platform_name = platform.platform_name AND entered.person = staff.person
