SELECT voucher.lines AS _rows,
       concat_ws('|', voucher_date, mark, serial) AS key,
       voucher_date,
       voucher_no,
       coalesce(summary, '') AS summary,
       spent AS amount,
       maker AS owner,
       voucher_date AS fact_date,
       CASE WHEN EXISTS (SELECT 1 FROM match WHERE match.id = voucher.id) THEN 'ok'
            WHEN voucher_date IS NULL OR unreadable > 0 THEN 'gap'
            WHEN EXISTS (
              SELECT 1 FROM unnumbered
              WHERE unnumbered.amount = spent
                AND year(unnumbered.reception_date) = year(voucher_date)
                AND unnumbered.reception_date <= voucher_date) THEN 'ok'
            ELSE 'violation' END AS verdict
FROM voucher
WHERE in_period(voucher_date) IS NOT FALSE
  AND (spent > 0 OR unreadable > 0)
  -- Reversed in full by a red voucher of the same year.
  AND NOT EXISTS (
    SELECT 1 FROM voucher AS red
    WHERE red.spent < 0
      AND red.spent = -voucher.spent
      AND year(red.voucher_date) = year(voucher.voucher_date)
      AND red.voucher_date >= voucher.voucher_date)
