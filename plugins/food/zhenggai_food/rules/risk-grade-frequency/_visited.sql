SELECT subject_row,
       year(inspect_date) AS in_year,
       count(DISTINCT inspect_date) FILTER (sure AND list_contains($counted_types, inspect_type)) AS done,
       count(*) FILTER (sure AND inspect_date IS NOT NULL) AS visits,
       -- Without a date or a type, or fitting several operators: it may count or not.
       count(*) FILTER (inspect_date IS NULL OR NOT sure OR inspect_type IS NULL) AS unclear,
       count(*) FILTER (inspect_type IN ('投诉举报', '抽检不合格', '交办')
                        OR regexp_matches(coalesce(measures, ''), '投诉|举报|抽检不合格|交办')) AS reasoned
FROM link
JOIN food.inspection_ledger AS ledger ON ledger._row = link.entry_row
GROUP BY ALL
