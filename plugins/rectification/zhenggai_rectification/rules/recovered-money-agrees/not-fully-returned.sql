WITH done AS (
  SELECT norm_text("no") AS number, bool_and(status IN ('已完成', '已销号')) AS done
  FROM rectification.ledger
  GROUP BY 1
)
SELECT money._row, money.who, money.item, money.due AS owed, money.paid, money.due - money.paid AS amount, money.problem_id,
       CASE WHEN money.due IS NULL OR money.paid IS NULL OR done.number IS NULL OR done.done IS NULL THEN 'gap'
            ELSE judge(NOT (done.done AND money.due > money.paid)) END AS verdict
FROM rectification.recovered_money AS money
LEFT JOIN done ON done.number = norm_text(money.problem_id)
