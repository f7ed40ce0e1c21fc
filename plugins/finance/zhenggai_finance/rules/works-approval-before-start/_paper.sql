SELECT norm_text(project_no) AS id,
       document_kind,
       document_date,
       amount
FROM finance.works_documents
