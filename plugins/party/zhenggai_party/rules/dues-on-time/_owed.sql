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
