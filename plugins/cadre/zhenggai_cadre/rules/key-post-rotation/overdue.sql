WITH -- The statutory age of retirement, raised by a month every four (for 50: two) months from 2025.
retiring AS (
  SELECT person, max(CASE WHEN first < CAST('2025-01-01' AS DATE) THEN first
                          WHEN base = 50 THEN add_months(first, least(late // 2 + 1, 60))
                          ELSE add_months(first, least(late // 4 + 1, 36)) END) AS retires
  FROM (
    SELECT norm_name(name) AS person,
           CASE WHEN gender = '男' THEN 60 WHEN staff_type = '工勤' THEN 50 ELSE 55 END AS base,
           add_months(birth_month, base * 12) AS first,
           date_diff('month', CAST('2025-01-01' AS DATE), first) AS late
    FROM cadre.roster
    WHERE gender IS NOT NULL
  )
  GROUP BY person
)
SELECT _row, name, unit, post, strftime(since, '%Y-%m') AS since, months, coalesce(waiver, '无') AS waiver,
       CASE WHEN months < 12 * $years AND undated = 0 THEN 'ok'
            WHEN months IS NULL OR months < 12 * $years THEN 'gap'
            -- “工作需要” alone is no waiver: somebody must have approved it, at some meeting.
            WHEN regexp_matches(norm_text(waiver), '党组|批准|审批|审定|批复|同意|会议|研究决定|〔|[0-9]{4}[年.-]') THEN 'ok'
            WHEN retires <= add_months(as_of(), $near_retire_months) THEN 'ok'
            ELSE 'violation' END AS verdict
FROM current_holders
LEFT JOIN retiring ON retiring.person = current_holders.person
