WITH staff AS (
  SELECT roster.*,
         regexp_replace(norm_text(person), '[(].*?[)]', '', 'g') AS who,
         upper(norm_text(id_card)) AS id,
         unread._row IS NOT NULL AS unread
  FROM finance.staff_roster AS roster
  LEFT JOIN (SELECT DISTINCT _row FROM core.unread WHERE field IN ('on_date', 'off_date')) AS unread ON unread._row = roster._row
  WHERE len(list_filter($uncovered, lambda one: contains(coalesce(person_category, ''), one))) = 0
    AND NOT regexp_matches(coalesce(remarks, ''), '他处参保|另行参保|异地参保|原单位(参保|缴)|停薪')
), shared AS (
  SELECT who FROM staff GROUP BY who HAVING count(DISTINCT coalesce(id, norm_text(department))) > 1
), contribution AS (
  SELECT month,
         scheme,
         regexp_replace(norm_text(person), '[(].*?[)]', '', 'g') AS who,
         upper(norm_text(id_card)) AS id
  FROM finance.contribution_detail
), by_name AS (
  SELECT month, scheme, who, count(*) FILTER (id IS NULL) > 0 AS nameless
  FROM contribution
  GROUP BY ALL
), duty AS (
  -- All schemes from the month of entry; the housing fund from the second month of work.
  SELECT staff.*,
         label,
         first_day,
         one AS scheme
  FROM staff
  JOIN core.months AS month
    ON coalesce(off_date_from, DATE '9999-12-31') >= last_day
  JOIN (SELECT unnest($schemes) AS one) AS listed
    ON coalesce(on_date_to, DATE '1900-01-01') < CASE WHEN one = '公积金' THEN first_day ELSE last_day + 1 END
  WHERE ended
)
SELECT duty._row,
       label || duty.scheme AS subject,
       strftime(first_day, '%Y年%m月') AS month,
       duty.person,
       duty.scheme,
       duty.person AS owner,
       first_day AS fact_date,
       CASE WHEN by_id.id IS NOT NULL THEN 'ok'
            WHEN by_name.nameless AND shared.who IS NOT NULL THEN 'gap'
            WHEN by_name.nameless OR duty.id IS NULL AND by_name.who IS NOT NULL THEN 'ok'
            WHEN filed.month IS NULL OR unread THEN 'gap'
            ELSE 'violation' END AS verdict
FROM duty
-- A scheme without a single row in the month is a paper not handed in: the fund and the insurance file apart.
LEFT JOIN (SELECT DISTINCT month, scheme FROM contribution) AS filed ON filed.month = first_day AND filed.scheme = duty.scheme
LEFT JOIN (SELECT DISTINCT month, scheme, id FROM contribution WHERE id IS NOT NULL) AS by_id
  ON by_id.month = first_day AND by_id.scheme = duty.scheme AND by_id.id = duty.id
LEFT JOIN by_name ON by_name.month = first_day AND by_name.scheme = duty.scheme AND by_name.who = duty.who
LEFT JOIN shared ON shared.who = duty.who
