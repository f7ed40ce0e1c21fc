WITH awarded AS MATERIALIZED (
  SELECT list_filter([purchase._row, contract._row], lambda one: one IS NOT NULL) AS _rows,
         purchase.purchase_no AS purchase_no,
         content,
         coalesce(purchase.award_date, contract.notice_date) AS notice_day,
         sign_date,
         buyer,
         contract.amount AS amount
  FROM purchase
  LEFT JOIN contract ON contract.number = purchase.number
  WHERE government
    AND in_period(coalesce(sign_date, purchase.award_date, contract.notice_date)) IS NOT FALSE
),
limited AS MATERIALIZED (
  -- The thirtieth day may be a day of rest; whether it is must be known.
  SELECT *,
         notice_day + 30 AS thirtieth,
         next_workday(notice_day + 30) AS working_day
  FROM awarded
)
SELECT _rows,
       purchase_no AS key,
       purchase_no,
       content,
       notice_day,
       sign_date,
       coalesce(working_day, thirtieth) AS limit_day,
       buyer AS owner,
       amount,
       notice_day AS fact_date,
       limit_day AS due,
       CASE WHEN sign_date <= thirtieth THEN 'ok'
            WHEN notice_day IS NULL THEN 'gap'
            WHEN sign_date IS NULL AND as_of() <= limit_day THEN 'pending'
            WHEN sign_date IS NULL OR working_day IS NULL THEN 'gap'
            ELSE judge(sign_date <= limit_day) END AS verdict
FROM limited
