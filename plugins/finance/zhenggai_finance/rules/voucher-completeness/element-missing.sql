WITH voucher AS (
  SELECT book_year,
         book_month,
         mark,
         serial,
         side,
         list(_row ORDER BY _row) AS lines,
         any_value(label) AS label,
         any_value(summary) AS summary,
         any_value(maker) AS maker,
         max(voucher_date) AS voucher_date,
         bool_or(voucher_date IS NULL) AS no_date,
         bool_or(serial IS NULL) AS no_number,
         bool_or(nullif(trim(summary), '') IS NULL) AS no_summary,
         bool_or(nullif(trim(account_code), '') IS NULL) AS no_account,
         bool_or(coalesce(debit, 0) = 0 AND coalesce(credit, 0) = 0 AND coalesce(amount, 0) = 0
                 AND coalesce(debit, credit, amount) IS NOT NULL) AS zero,
         bool_or(coalesce(debit, credit, amount) IS NULL) AS unreadable,
         coalesce(max(attachments), 0) = 0
           AND NOT coalesce(bool_or(carry_over), FALSE)
           AND count(red_flag) FILTER (norm_text(red_flag) NOT IN ('否', '0', 'N', '正常')) = 0
           AND NOT coalesce(bool_or(regexp_matches(summary, '结转|更正|冲正|反冲|红冲|冲销')), FALSE)
           -- The parallel budget card shares the papers of the financial one.
           AND side = '财务会计' AS no_papers
  FROM entry
  WHERE NOT void
  GROUP BY book_year, book_month, mark, serial, side, CASE WHEN serial IS NULL THEN _row END
)
SELECT lines AS _rows,
       concat_ws('|', book_year, book_month, mark, serial, side, CASE WHEN serial IS NULL THEN voucher.summary END) AS key,
       book_year AS year,
       book_month AS month,
       label,
       coalesce(voucher.summary, '') AS summary,
       concat_ws('、', CASE WHEN no_date THEN '日期' END, CASE WHEN no_number THEN '编号' END, CASE WHEN no_summary THEN '摘要' END,
                 CASE WHEN no_account THEN '科目' END, CASE WHEN zero THEN '金额' END, CASE WHEN no_papers THEN '附件' END) AS missing,
       maker AS owner,
       voucher_date AS fact_date,
       CASE WHEN missing <> '' THEN 'violation'
            WHEN unreadable THEN 'gap'
            ELSE 'ok' END AS verdict
FROM voucher
