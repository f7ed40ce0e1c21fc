SELECT *,
       coalesce(category = '长期坚持', FALSE) OR coalesce(regexp_matches(words, '长期|持续|常态'), FALSE) AS long_term,
       CASE WHEN full_day IS NOT NULL THEN CAST(try_strptime(regexp_replace(full_day, '[年月./]', '-', 'g'), '%Y-%m-%d') AS DATE)
            WHEN regexp_matches(words, '20[0-9]{6}') THEN CAST(try_strptime(regexp_extract_all(words, '20[0-9]{6}')[-1], '%Y%m%d') AS DATE)
            WHEN full_month IS NOT NULL THEN last_day(CAST(try_strptime(regexp_replace(full_month, '[年./]', '-', 'g') || '-1', '%Y-%m-%d') AS DATE))
            WHEN regexp_matches(words, '季度') AND quarter_of IS NOT NULL AND coalesce(written_year, year(feedback)) IS NOT NULL
              THEN last_day(make_date(coalesce(written_year, year(feedback)), quarter_of * 3, 1))
            WHEN regexp_matches(words, '上半年') THEN make_date(coalesce(written_year, year(feedback)), 6, 30)
            WHEN regexp_matches(words, '年底|年内|年末|年底前|下半年') THEN make_date(coalesce(written_year, year(feedback)), 12, 31)
            WHEN month_of BETWEEN 1 AND 12 AND day_of IS NOT NULL
              THEN CAST(try_strptime(concat_ws('-', coalesce(written_year, year(feedback)), month_of, day_of), '%Y-%m-%d') AS DATE)
            WHEN month_of BETWEEN 1 AND 12 THEN last_day(make_date(coalesce(written_year, year(feedback)), month_of, 1))
            WHEN regexp_matches(words, '立即|当日|当天') THEN feedback
            WHEN regexp_matches(words, '立行立改|即知即改|立知立改|边巡边改') THEN feedback + $immediate_days
            WHEN regexp_matches(words, '整改期|集中整改') THEN add_months(feedback, $period_months)
            END AS named_day
FROM read_limits
