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
