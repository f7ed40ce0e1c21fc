SELECT _row,
       case_id,
       person,
       paid_amount,
       due_amount,
       paid_amount - due_amount AS amount,
       person AS owner,
       CASE WHEN due_amount < paid_amount AND len(list_filter($reason_words, lambda one: contains(issue, one))) > 0 THEN 'ok'
            ELSE judge(due_amount >= paid_amount) END AS verdict
FROM finance.refund_cases
