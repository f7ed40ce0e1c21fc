SELECT person, branch_name, "month",
       list(_row ORDER BY _row) AS ledger_rows, any_value(name) AS name, any_value(branch) AS branch,
       bool_or(paid OR coalesce(exempt, FALSE)) AS settled, bool_or(unclear) AS unclear
FROM ledger
GROUP BY ALL
