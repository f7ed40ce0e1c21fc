WITH promoted AS (
  SELECT *, norm_name(name) AS person,
         regexp_replace(norm_text(intended_post), '^.*(市场监督管理局|市场监管局|市监局)', '') AS wanted,
         CASE WHEN post_level IN ('乡科级正职', '乡科级副职') THEN post_level
              WHEN contains(intended_post, '分局') AND contains(intended_post, '局长') THEN CASE WHEN contains(intended_post, '副局长') THEN '股级副职' ELSE '股级正职' END
              WHEN regexp_matches(norm_text(intended_post), '副局长|总工程师') THEN '乡科级副职'
              WHEN regexp_matches(norm_text(intended_post), '局长|党组书记') THEN '乡科级正职'
              WHEN contains(intended_post, '副') THEN '股级副职'
              WHEN regexp_matches(norm_text(intended_post), '[股科室所队站]长|主任') THEN '股级正职' END AS wanted_level
  FROM cadre.selection_register
  WHERE kind = '提拔'
    AND in_period(decision_date) IS NOT FALSE
),
aimed AS (
  SELECT promoted._row, quota.quota_row, quota.unit, quota.level, quota.approved
  FROM promoted
  JOIN quota ON quota.level = wanted_level
    AND ((quota.place <> '' AND starts_with(wanted, quota.place)) OR (quota.place = '' AND quota.level LIKE '乡科级%'))
  QUALIFY row_number() OVER (PARTITION BY promoted._row ORDER BY len(quota.place) DESC, quota.quota_row) = 1
),
-- Appointments and removals of the place, by the day of the decision where it is written.
moved AS (
  SELECT quota_row, norm_name(document.name) AS person, document.name, action,
         coalesce(document.decision_date, document.doc_date) AS on_day
  FROM cadre.appointment_documents AS document
  JOIN quota ON (quota.place <> '' AND starts_with(regexp_replace(norm_text(concat_ws('', CASE WHEN contains(norm_text(post), norm_text(document.unit)) THEN '' ELSE document.unit END, post)),
         '^.*(市场监督管理局|市场监管局|市监局)', ''), quota.place)
       OR (quota.place = '' AND quota.level LIKE '乡科级%' AND regexp_matches(norm_text(post), '局长') AND NOT contains(post, '分局')))
    AND CASE WHEN quota.level IN ('股级副职', '乡科级副职') THEN contains(post, '副') ELSE NOT contains(post, '副') END
),
-- Who held the place on the day: appointed before and not removed by then (the same meeting frees
-- the place), on the roster since before, or removed only later.
state AS (
  SELECT aimed._row, moved.person, any_value(moved.name) AS name,
         max(on_day) FILTER (action IN ('任', '试任', '正式任职') AND on_day < decision_date) AS came,
         max(on_day) FILTER (action = '免' AND on_day <= decision_date) AS went,
         min(on_day) FILTER (action = '免' AND on_day > decision_date) AS goes,
         min(on_day) FILTER (action IN ('任', '试任', '正式任职') AND on_day >= decision_date) AS comes
  FROM aimed
  JOIN promoted ON promoted._row = aimed._row
  JOIN moved ON moved.quota_row = aimed.quota_row AND moved.person <> promoted.person
  GROUP BY ALL
),
held AS (
  SELECT _row, person, name, TRUE AS sure
  FROM state
  WHERE came > coalesce(went, CAST('1900-01-01' AS DATE)) OR (goes IS NOT NULL AND (comes IS NULL OR goes < comes))
  UNION
  SELECT aimed._row, holder.person, holder.name, since < date_trunc('month', decision_date)
  FROM aimed
  JOIN promoted ON promoted._row = aimed._row
  JOIN holder ON holder.quota_row = aimed.quota_row AND holder.person <> promoted.person
  LEFT JOIN state ON state._row = aimed._row AND state.person = holder.person
  WHERE (since <= decision_date) IS NOT FALSE
    AND NOT unsure
    AND state.comes IS NULL
    AND (went IS NULL OR came > went)
),
counted AS (
  SELECT _row, count(DISTINCT person) FILTER (sure) AS holders, count(DISTINCT person) AS most,
         string_agg(DISTINCT name, '、') AS names
  FROM held
  GROUP BY _row
)
SELECT promoted._row, promoted.name, intended_post, decision_date, aimed.unit, aimed.level, approved,
       coalesce(holders, 0) AS holders, coalesce(names, '无') AS names,
       decision_date AS fact_date,
       CASE WHEN aimed._row IS NULL OR approved IS NULL OR decision_date IS NULL THEN 'gap'
            WHEN coalesce(holders, 0) >= approved THEN 'violation'
            WHEN coalesce(most, 0) >= approved THEN 'gap'
            ELSE 'ok' END AS verdict
FROM promoted
LEFT JOIN aimed ON aimed._row = promoted._row
LEFT JOIN counted ON counted._row = promoted._row
