SELECT *,
       upper(regexp_replace(norm_text(licence_no), '[()\[\]〔〕【】]', '', 'g')) AS number,
       norm_name(pharmacy_name) AS name
FROM drugs.licence_export
