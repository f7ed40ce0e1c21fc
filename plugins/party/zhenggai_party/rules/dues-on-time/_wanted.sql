-- Each month the roster asks for, and each month the ledger speaks of.
SELECT coalesce(month_state.person, expected.person) AS person,
       coalesce(month_state.branch_name, expected.branch_name) AS branch_name,
       coalesce(month_state."month", expected."month") AS "month",
       coalesce(month_state.name, expected.name) AS name,
       coalesce(month_state.branch, expected.branch) AS branch,
       coalesce(month_state.ledger_rows, [expected._row]) AS evidence_rows,
       coalesce(month_state.settled, FALSE) AS settled,
       coalesce(month_state.unclear, FALSE) AS unclear,
       month_state.person IS NOT NULL AS listed
FROM month_state
FULL JOIN (
  SELECT member._row, member.name, member.person, member.branch, member.branch_name, month.first_day AS "month"
  FROM member
  JOIN core.months AS month ON month.first_day BETWEEN member.first_month AND member.last_month
  WHERE month.last_day <= as_of()
) AS expected
  ON expected.person = month_state.person
 AND expected."month" = month_state."month"
 AND expected.branch_name IS NOT DISTINCT FROM month_state.branch_name
