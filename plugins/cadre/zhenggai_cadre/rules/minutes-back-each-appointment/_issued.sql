SELECT *, norm_name(name) AS person
FROM cadre.appointment_documents
WHERE (action <> '正式任职') IS NOT FALSE
  AND in_period(doc_date) IS NOT FALSE
  -- What the county committee issues needs no decision of the bureau.
  AND NOT coalesce(list_bool_or(list_transform(CAST($superior_prefixes AS VARCHAR[]),
        lambda words: contains(norm_text(doc_no), words))), FALSE)
