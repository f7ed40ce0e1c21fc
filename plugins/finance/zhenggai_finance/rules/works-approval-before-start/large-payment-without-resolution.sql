WITH name AS (
  SELECT norm_text(project_no) AS id,
         any_value(norm_text(project_name)) AS name
  FROM finance.works_ledger
  GROUP BY ALL
), resolved AS (
  SELECT payment._row
  FROM finance.works_ledger AS payment
  JOIN name ON name.id = norm_text(payment.project_no)
  JOIN finance.decision_minutes AS minutes
    ON minutes.meeting_date <= payment.pay_date
   AND contains(norm_text(minutes.topic), name.name)
  WHERE regexp_matches(minutes.topic, '付款|支付|拨付|结算')
    AND NOT regexp_matches(minutes.decision, '不同意|缓议|暂缓|不通过|未通过')
  GROUP BY payment._row
)
SELECT payment._row AS _row,
       project_no,
       coalesce(project_name, name.name) AS project_name,
       pay_date,
       pay_amount AS amount,
       pay_date AS fact_date,
       CASE WHEN resolved._row IS NOT NULL THEN 'ok'
            WHEN pay_date IS NULL OR pay_amount IS NULL OR name.name IS NULL THEN 'gap'
            ELSE 'violation' END AS verdict
FROM finance.works_ledger AS payment
LEFT JOIN name ON name.id = norm_text(payment.project_no)
LEFT JOIN resolved ON resolved._row = payment._row
WHERE $payment_resolution
  AND (pay_amount >= $major_payment OR (pay_amount IS NULL AND pay_date IS NOT NULL))
  AND in_period(pay_date) IS NOT FALSE
