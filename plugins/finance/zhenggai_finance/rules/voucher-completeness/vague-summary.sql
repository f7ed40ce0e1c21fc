SELECT min(_row) AS _row,
       voucher_date,
       any_value(label) AS label,
       summary,
       any_value(maker) AS owner,
       voucher_date AS fact_date,
       CASE WHEN list_contains($vague_words, norm_text(summary)) OR length(norm_text(summary)) < 2 THEN 'doubt'
            WHEN voucher_date IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM entry
WHERE NOT void
  AND nullif(trim(summary), '') IS NOT NULL
GROUP BY voucher_date, mark, serial, summary
