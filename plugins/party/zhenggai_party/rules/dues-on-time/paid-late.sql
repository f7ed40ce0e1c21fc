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
)
SELECT _row, branch, name, strftime("month", '%Y-%m') AS month_label, paid_date, months_late, due_amount AS amount, paid_date AS fact_date,
       CASE WHEN paid_date IS NULL THEN 'gap'
            WHEN months_late <= 0 OR by_quarter THEN 'ok'
            ELSE 'violation' END AS verdict
FROM ledger
WHERE in_period("month") IS NOT FALSE
  AND (paid OR unclear)
  -- Later than that is reported as over six months.
  AND coalesce(months_late, 0) <= $max_arrears
