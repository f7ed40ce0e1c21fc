SELECT _row, branch, date, type, "due" AS expected, present, host AS owner, date AS fact_date,
       judge(present <= "due") AS verdict
FROM party.meetings
WHERE in_period(date) IS NOT FALSE
  -- Where a vote was taken this is reported with the vote.
  AND (regexp_matches(concat_ws(' ', agenda, resolution), '表决|通过|接收|转正|选举|处分|评定') AND regexp_matches(norm_text(type), '党员大会|支部大会')) IS NOT TRUE
