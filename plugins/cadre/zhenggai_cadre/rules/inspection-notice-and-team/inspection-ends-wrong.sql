SELECT _row, name, intended_post, inspected_on,
       coalesce(CAST(inspect_end AS VARCHAR), strftime(inspect_end_from, '%Y-%m')) AS ended_on,
       decision_date,
       CASE WHEN inspect_end_to < inspect_start_from THEN '结束早于开始' ELSE '结束不早于讨论决定' END AS what,
       decision_date AS fact_date,
       CASE WHEN inspect_end_to < inspect_start_from THEN 'violation'
            WHEN inspect_end_from > decision_date OR ($strict_end AND inspect_end_from = decision_date) THEN 'violation'
            WHEN inspect_end_from >= inspect_start_to
             AND (inspect_end_to < decision_date OR (NOT $strict_end AND inspect_end_to = decision_date)) THEN 'ok'
            ELSE 'gap' END AS verdict
FROM inspected
WHERE (inspect_end_from IS NOT NULL OR list_contains(unread, 'inspect_end'))
  -- An inspection begun on or after the decision is told by steps-in-order.
  AND (inspect_start_from >= decision_date) IS NOT TRUE
