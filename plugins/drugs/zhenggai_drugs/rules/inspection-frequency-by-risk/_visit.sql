SELECT inspect_date,
       inspect_type,
       inspect_date IS NULL OR inspect_type IS NULL AS unsure,
       inspect_type = 'GSP符合性检查' OR coalesce(gsp_items, false) AS gsp,
       upper(regexp_replace(norm_text(licence_no), '[()\[\]〔〕【】]', '', 'g')) AS number,
       norm_name(pharmacy_name) AS name
FROM drugs.inspection_ledger
WHERE inspect_type NOT IN ('跟踪检查', '许可检查') IS NOT FALSE
