SELECT _row,
       must AS subject,
       name,
       intended_post,
       decision_date,
       must,
       CASE WHEN earliest = latest THEN CAST(latest AS VARCHAR) ELSE strftime(latest, '%Y-%m') END AS done_on,
       decision_date AS fact_date,
       -- A reply of the very day counts only with the reply itself on file.
       CASE WHEN earliest > decision_date THEN 'violation'
            WHEN latest < decision_date THEN 'ok'
            WHEN earliest = latest AND latest = decision_date
            THEN judge(cell <> 'discipline_reply_date' OR discipline_reply IS NOT NULL)
            ELSE 'gap' END AS verdict
FROM musts
WHERE (earliest IS NOT NULL OR list_contains(unread, cell))
  AND needed IS NOT FALSE
