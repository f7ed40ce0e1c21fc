SELECT _row, name,
       coalesce(post, unit) AS post,
       strftime(post_since, '%Y-%m') AS since,
       date_diff('month', post_since, as_of()) AS months,
       CASE WHEN months > $acting_months THEN 'doubt' WHEN months IS NULL THEN 'gap' ELSE 'ok' END AS verdict
FROM cadre.roster
WHERE contains(concat_ws('', post, unit), '主持')
  AND NOT regexp_matches(norm_text(concat_ws(' ', status, remarks)), '退休|离职|调出|辞职')
