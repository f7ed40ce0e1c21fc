SELECT list(_row ORDER BY _row) AS _rows,
       norm_text(voucher) AS key,
       any_value(voucher) AS voucher,
       string_agg(DISTINCT who, '、' ORDER BY who) AS persons,
       CASE WHEN count(who) < count(*) THEN 'gap' ELSE judge(count(DISTINCT norm_name(who)) = 1) END AS verdict
FROM rectification.recovered_money
WHERE trim(voucher) <> ''
GROUP BY norm_text(voucher)
