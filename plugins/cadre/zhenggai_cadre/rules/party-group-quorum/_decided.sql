SELECT *,
       -- Who withdraws stays in the base unless the unit's parameter takes him out.
       members_due - CASE WHEN $avoid_out_of_base
         THEN coalesce(TRY_CAST(regexp_extract(norm_text(remarks), '回避([0-9]+)人', 1) AS INTEGER), 0) ELSE 0 END AS base
FROM cadre.selection_register
WHERE in_period(decision_date) IS NOT FALSE
