SELECT _row, branch, date, agenda, host AS owner, date AS fact_date,
       judge(contains(resolution, '无记名')) AS verdict
FROM party.meetings
WHERE in_period(date)
  AND date >= $ballot_from
  AND regexp_matches(norm_text(type), '党员大会|支部大会')
  AND regexp_matches(concat_ws(' ', agenda, resolution), '接收.{0,12}预备党员|转正|转为(正式|中共正式)')
