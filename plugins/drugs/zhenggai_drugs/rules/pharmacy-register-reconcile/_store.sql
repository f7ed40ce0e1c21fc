SELECT *,
       upper(regexp_replace(norm_text(licence_no), '[()\[\]〔〕【】]', '', 'g')) AS number,
       norm_name(pharmacy_name) AS name,
       status IS NULL OR status = '在营' AS open
FROM drugs.pharmacy_register
