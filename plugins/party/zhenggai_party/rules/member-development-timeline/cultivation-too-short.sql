SELECT _row, name,
       activist_date_from AS started,
       object_date_from AS done,
       add_months(activist_date_from, 12) AS "limit",
       object_date_from AS fact_date,
       CASE WHEN object_date_to < "limit" THEN 'violation'
            WHEN object_date_from >= add_months(activist_date_to, 12) THEN 'ok'
            ELSE 'gap' END AS verdict
FROM dossier
WHERE object_date_from IS NOT NULL
  AND (activist_date_from IS NOT NULL OR list_contains(unclear, 'activist_date'))
