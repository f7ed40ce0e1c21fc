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
SELECT _row,
       case_id,
       payer,
       refund_date,
       amount,
       CASE WHEN len(named) = 0 THEN '未写明' ELSE array_to_string(named, '、') END AS meant,
       payer AS owner,
       refund_date AS fact_date,
       CASE WHEN own IS NOT NULL THEN 'ok'
            WHEN payer IS NULL THEN 'gap'
            WHEN len(list_filter($authorised_words, lambda one: contains(remark, one))) > 0 AND len(named) = 1 THEN 'ok'
            WHEN len(named) = 1 THEN 'violation'
            ELSE 'doubt' END AS verdict
FROM refund
WHERE known
