WITH member AS (
  SELECT _row, name, norm_name(name) AS person, branch, regexp_replace(replace(norm_name(branch), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g') AS branch_name,
         date_trunc('month', greatest(party_date_from, coalesce(branch_in_date_from, party_date_from)))::DATE AS first_month,
         date_trunc('month', coalesce(branch_out_date_from, as_of()))::DATE AS last_month,
         regexp_matches(coalesce(note, ''), '失联|停止党籍|出国') AS lost
  FROM party.members
),
single AS (
  SELECT person, any_value(branch_name) AS branch_name
  FROM member
  GROUP BY person
  HAVING count(*) = 1
),
ledger AS (
  SELECT dues._row, dues.name, norm_name(dues.name) AS person,
         coalesce(regexp_replace(replace(norm_name(dues.branch), '党支部', '支部'), '^(中国共产党|中共)|委员会$|第', '', 'g'), single.branch_name) AS branch_name,
         dues.branch, dues."month", dues.paid_amount, dues.paid_date, dues.kind, dues.due_amount,
         nullif(trim(dues.approval), '') IS NOT NULL AS approved,
         unread._row IS NOT NULL AS unclear,
         dues.kind = '免交' AND approved AS exempt,
         paid_date IS NOT NULL OR coalesce(paid_amount, 0) > 0 AS paid,
         date_diff('month', dues."month", paid_date) AS months_late,
         dues.kind = '按季' AND approved
           AND date_trunc('quarter', paid_date) = date_trunc('quarter', dues."month") AS by_quarter
  FROM party.dues AS dues
  LEFT JOIN single ON single.person = norm_name(dues.name)
  LEFT JOIN (SELECT DISTINCT _row FROM core.unread WHERE field IN ('paid_date', 'paid_amount')) AS unread
    ON unread._row = dues._row
  WHERE dues."month" <= as_of()
),
kept AS (
  SELECT "month", count(*) AS entries
  FROM ledger
  GROUP BY "month"
),
month_state AS (
  SELECT person, branch_name, "month",
         list(_row ORDER BY _row) AS ledger_rows, any_value(name) AS name, any_value(branch) AS branch,
         bool_or(paid OR coalesce(exempt, FALSE)) AS settled, bool_or(unclear) AS unclear
  FROM ledger
  GROUP BY ALL
),
-- Each month the roster asks for, and each month the ledger speaks of.
wanted AS (
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
),
owed AS (
  SELECT wanted.*,
         date_diff('month', wanted."month", as_of()) AS months_since,
         CASE WHEN settled THEN 'settled'
              -- A month for which no ledger was handed in says nothing.
              WHEN unclear OR (NOT listed AND kept.entries IS NULL)
                OR NOT EXISTS (SELECT 1 FROM ledger WHERE paid) THEN 'unknown'
              ELSE 'unpaid' END AS state
  FROM wanted
  LEFT JOIN kept USING ("month")
  LEFT JOIN (SELECT DISTINCT person, branch_name FROM member WHERE lost) AS lost USING (person, branch_name)
  WHERE lost.person IS NULL
    AND NOT EXISTS (
      SELECT 1 FROM member
      WHERE member.person = wanted.person AND member.branch_name = wanted.branch_name
        AND (wanted."month" < member.first_month OR wanted."month" > member.last_month))
),
run AS (
  SELECT *,
         "month" - to_months(CAST(row_number() OVER (PARTITION BY person, branch_name, state ORDER BY "month") AS INTEGER)) AS island
  FROM owed
  WHERE last_day("month") <= as_of()
),
long_run AS (
  SELECT person, branch_name, island, count(*) AS months, min("month") AS first_month, max("month") AS last_month,
         any_value(name) AS name, any_value(branch) AS branch,
         list_distinct(flatten(list(evidence_rows))) AS evidence_rows
  FROM run
  WHERE state = 'unpaid'
  GROUP BY ALL
  HAVING count(*) >= 6
)
SELECT owed.evidence_rows AS _rows,
       concat_ws('|', owed.branch_name, owed.name, strftime(owed."month", '%Y-%m')) AS key,
       owed.branch, owed.name, strftime(owed."month", '%Y-%m') AS month_label, owed.months_since,
       add_months(owed."month", $max_arrears + 1) - 1 AS due,
       owed."month" AS fact_date,
       CASE WHEN owed.state = 'settled' THEN 'ok'
            WHEN owed.months_since <= $max_arrears THEN 'pending'
            WHEN owed.state = 'unknown' THEN 'gap'
            ELSE 'violation' END AS verdict
FROM owed
LEFT JOIN long_run
  ON long_run.person = owed.person
 AND long_run.branch_name IS NOT DISTINCT FROM owed.branch_name
 AND owed."month" BETWEEN long_run.first_month AND long_run.last_month
WHERE in_period(owed."month")
  -- Six months in a row are reported as that.
  AND long_run.person IS NULL
