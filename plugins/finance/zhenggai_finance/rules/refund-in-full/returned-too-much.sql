WITH cases AS (
  SELECT norm_text(case_id) AS id,
         norm_text(person) AS who,
         list(_row ORDER BY _row) AS case_rows,
         any_value(case_id) AS case_id,
         any_value(person) AS person,
         CASE WHEN count(*) = count(due_amount) THEN sum(due_amount) END AS due_sum,
         max(due_date) AS due_date
  FROM finance.refund_cases
  GROUP BY id, who
), people AS (
  SELECT id,
         list(who) AS people
  FROM cases
  GROUP BY id
), refund AS (
  SELECT ledger.*,
         norm_text(ledger.case_id) AS id,
         people.id IS NOT NULL AS known,
         -- Whose case the sum pays: the payer's own, else that of the person named.
         list_filter(people, lambda who: who = norm_text(payer))[1] AS own,
         list_filter(
           people,
           lambda who: who = norm_text(on_behalf_of) OR contains(norm_text(remark), who)
         ) AS named
  FROM finance.refund_ledger AS ledger
  LEFT JOIN people ON people.id = norm_text(ledger.case_id)
), paid AS (
  SELECT id,
         coalesce(own, CASE WHEN len(named) = 1 THEN named[1] END) AS who,
         list(_row ORDER BY _row) AS refund_rows,
         sum(amount) AS returned,
         count(*) - count(amount) AS unreadable
  FROM refund
  GROUP BY id, who
)
SELECT list_concat(refund_rows, case_rows) AS _rows,
       concat_ws('|', cases.id, cases.who) AS key,
       case_id,
       person,
       due_sum,
       returned,
       returned - due_sum AS amount,
       person AS owner,
       CASE WHEN returned > due_sum THEN 'violation'
            WHEN due_sum IS NULL OR unreadable > 0 THEN 'gap'
            ELSE 'ok' END AS verdict
FROM cases
JOIN paid ON paid.id = cases.id AND paid.who = cases.who
