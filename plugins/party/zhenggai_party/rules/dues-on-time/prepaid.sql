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
day AS (
  SELECT person, branch_name, paid_date, count(DISTINCT "month") AS months
  FROM ledger
  WHERE kind IS NULL OR kind NOT IN ('按季', '补缴')
  GROUP BY ALL
)
SELECT ledger._row, ledger.branch, ledger.name, strftime("month", '%Y-%m') AS month_label, paid_date, paid_date AS fact_date,
       CASE WHEN paid_date IS NULL THEN 'gap' ELSE judge(months_late >= 0 OR coalesce(by_quarter, FALSE)) END AS verdict
FROM ledger
LEFT JOIN day USING (person, branch_name, paid_date)
WHERE in_period("month") IS NOT FALSE
  AND (paid OR unclear)
  -- Several months at once are reported as that.
  AND coalesce(day.months, 0) <= 1
