-- A notice names people in its line of names, or opens a paragraph with “张某，男，”.
SELECT _row AS notice, norm_name(unnest(split_names(persons))) AS person
FROM cadre.publicity_notices
UNION
SELECT document, norm_name(regexp_extract(norm_text(text), '^(?:[0-9]+[.、])?(\p{Han}[\p{Han}·]{1,14}?),[男女],', 1))
FROM core.paragraphs
WHERE evidence = 'cadre.publicity_notices'
