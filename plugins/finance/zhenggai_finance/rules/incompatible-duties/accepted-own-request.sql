SELECT _row,
       purchase_no,
       content,
       requester,
       amount,
       requester AS owner,
       coalesce(award_date, approve_date) AS fact_date,
       CASE WHEN requester IS NULL THEN 'gap'
            ELSE judge(list_distinct(split_names(acceptors)) <> split_names(requester)) END AS verdict
FROM finance.procurement_ledger
WHERE acceptors IS NOT NULL
  -- The buyer alone is reported by the rule on acceptance.
  AND (list_distinct(split_names(acceptors)) = split_names(buyer)) IS NOT TRUE
  AND in_period(coalesce(award_date, approve_date)) IS NOT FALSE
