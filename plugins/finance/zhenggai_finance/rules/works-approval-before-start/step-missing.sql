WITH step AS (
  SELECT begun.*,
         unnest([
           {'step': '维修（立项）批复', 'day': approval_date, 'asked': coalesce(nature = '单独装修修缮', TRUE), 'unclear': nature IS NULL},
           {'step': '预算编制清单', 'day': budget_list_date, 'asked': TRUE, 'unclear': FALSE},
           {'step': '预算审核', 'day': review_date, 'asked': TRUE, 'unclear': FALSE},
           {'step': '党组会研究', 'day': coalesce(resolved_on, claimed), 'asked': NOT coalesce(urgent, FALSE), 'unclear': FALSE},
           {'step': '合同', 'day': contract_date, 'asked': TRUE, 'unclear': FALSE},
           {'step': '开工日期', 'day': start_date, 'asked': TRUE, 'unclear': TRUE}
         ]) AS one
  FROM begun
)
SELECT ledger_rows AS _rows,
       id AS key,
       one.step AS subject,
       project_no,
       project_name,
       concat_ws('、', CASE WHEN contract_date IS NOT NULL THEN '签合同' END, CASE WHEN start_date IS NOT NULL THEN '开工' END, CASE WHEN first_paid IS NOT NULL THEN '付款' END) AS stage,
       one.step AS step,
       contract_amount AS amount,
       coalesce(start_date, contract_date, first_paid) AS fact_date,
       CASE WHEN one.day IS NOT NULL
                 -- A day claimed for the resolution is tested by its own aspect while minutes are at hand.
                 AND (one.step <> '党组会研究' OR resolved_on IS NOT NULL OR EXISTS (SELECT 1 FROM finance.decision_minutes)) THEN 'ok'
            WHEN NOT under_way THEN 'pending'
            WHEN one.unclear THEN 'gap'
            ELSE 'violation' END AS verdict
FROM step
WHERE one.asked
