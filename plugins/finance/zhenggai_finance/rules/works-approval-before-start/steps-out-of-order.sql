WITH pair AS (
  SELECT begun.*,
         unnest([
           {'a': '立项批复', 'x': approval_date, 'b': '党组会研究', 'y': resolved_on, 'waived': FALSE},
           {'a': '预算编制清单', 'x': budget_list_date, 'b': '预算审核', 'y': review_date, 'waived': FALSE},
           {'a': '预算审核', 'x': review_date, 'b': '党组会研究', 'y': resolved_on, 'waived': FALSE},
           {'a': '党组会研究', 'x': resolved_on, 'b': '合同', 'y': contract_date, 'waived': coalesce(urgent, FALSE)},
           {'a': '党组会研究', 'x': resolved_on, 'b': '开工', 'y': start_date, 'waived': coalesce(urgent, FALSE)},
           {'a': '合同', 'x': contract_date, 'b': '开工', 'y': start_date, 'waived': FALSE},
           {'a': '党组会研究', 'x': resolved_on, 'b': '首次付款', 'y': first_paid, 'waived': coalesce(urgent, FALSE)},
           {'a': '合同', 'x': contract_date, 'b': '首次付款', 'y': first_paid, 'waived': FALSE}
         ]) AS one
  FROM begun
)
SELECT ledger_rows AS _rows,
       id AS key,
       one.a || '先于' || one.b AS subject,
       project_no,
       project_name,
       one.a AS first_step,
       one.x AS first_day,
       one.b AS next_step,
       one.y AS next_day,
       one.x - one.y AS days,
       contract_amount AS amount,
       one.y AS fact_date,
       judge(one.x <= one.y) AS verdict
FROM pair
WHERE NOT one.waived
  -- A missing step is reported as missing; only an unknown start stays undecided here.
  AND one.x IS NOT NULL
  AND (one.y IS NOT NULL OR (one.b = '开工' AND first_paid IS NOT NULL))
