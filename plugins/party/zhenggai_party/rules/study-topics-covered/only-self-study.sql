WITH wanted AS (
  SELECT *,
         greatest(year_end, coalesce(add_months(published, $max_delay), year_end)) AS window_end,
         -- The topic as written and with each alias put in; then its keywords.
         list_transform(
           list_append(
             list_concat(
               list_transform($aliases, lambda pair: replace(topic, split_part(pair, '=', 2), split_part(pair, '=', 1))),
               list_transform($aliases, lambda pair: replace(topic, split_part(pair, '=', 1), split_part(pair, '=', 2)))),
             topic),
           lambda wording: list_filter(
             string_split_regex(
               regexp_replace(
                 regexp_replace(norm_text(wording), '[（(][^）)]*[）)]|[《》“”"]|中国共产党|中共|党的|精神|公报|学习|传达|贯彻|落实|习近平总书记|关于|的', '', 'g'),
                 '(重要讲话|重要论述|重要指示|重要批示)', '、\1', 'g'),
               '[、，,;；/]|以及'),
             lambda word: word <> '')) AS wordings
  FROM (
    SELECT plan._row, plan."year", plan.topic, plan.published,
           plan."year" || '|' || plan.topic AS topic_key, year.last_day AS year_end
    FROM party.study_plan AS plan
    JOIN core.years AS year ON year(year.first_day) = plan."year"
    WHERE plan.topic IS NOT NULL
    UNION ALL
    SELECT NULL, year(year.first_day), trim(split_part(entry, '@', 1)),
           try_cast(trim(split_part(entry, '@', 2)) AS DATE),
           year.label || '|' || trim(split_part(entry, '@', 1)), year.last_day
    FROM core.years AS year, (SELECT unnest($topics) AS entry)
    WHERE year.label || '|' || trim(split_part(entry, '@', 1))
          NOT IN (SELECT concat_ws('|', "year", topic) FROM party.study_plan)
  )
),
matched AS (
  SELECT wanted.topic_key,
         min(session.date) FILTER (session.form <> '个人自学') AS first_together,
         min_by(session._row, session.date) FILTER (session.form <> '个人自学') AS together_row,
         min(session.date) FILTER (session.form = '个人自学') AS first_alone,
         min_by(session._row, session.date) FILTER (session.form = '个人自学') AS alone_row,
         count(*) FILTER (session.form IS NULL) AS formless
  FROM wanted
  JOIN session
    ON session.study_year IN (wanted."year", wanted."year" + 1)
   AND session.date <= wanted.window_end
  WHERE list_bool_or(list_transform(wanted.wordings, lambda words:
          len(words) > 0 AND list_bool_and(list_transform(words, lambda word: contains(session.studied, word)))))
  GROUP BY wanted.topic_key
),
-- Sessions that could be of a topic, for all that can be read of them.
unsure AS (
  SELECT wanted.topic_key, count(*) AS sessions
  FROM wanted
  JOIN party.study_group AS study
    ON study.date IS NULL
    OR (study.topic IS NULL AND study.date BETWEEN make_date(wanted."year", 1, 1) AND wanted.window_end)
  WHERE study.topic IS NULL
     OR study.date IS NULL
  GROUP BY wanted.topic_key
)
SELECT list_filter([wanted._row, matched.alone_row], lambda one: one IS NOT NULL) AS _rows,
       wanted.topic_key AS key,
       wanted."year" AS year,
       wanted.topic,
       wanted.window_end AS due,
       least(wanted.window_end, as_of()) AS fact_date,
       CASE WHEN matched.first_together IS NOT NULL THEN 'ok'
            WHEN wanted.window_end >= as_of() THEN 'pending'
            WHEN unsure.sessions > 0 OR matched.formless > 0 THEN 'gap'
            ELSE 'violation' END AS verdict
FROM wanted
LEFT JOIN unsure USING (topic_key)
JOIN matched USING (topic_key)
WHERE matched.first_alone IS NOT NULL
   OR matched.first_together IS NOT NULL
