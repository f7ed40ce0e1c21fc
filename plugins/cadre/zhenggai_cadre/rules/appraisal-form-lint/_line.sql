SELECT form._row, name, current_post, form_date, place, one AS line,
       norm_text(one) AS words
FROM (SELECT *, unnest(string_split(resume, chr(10))) AS one,
             generate_subscripts(string_split(resume, chr(10)), 1) AS place
      FROM cadre.appraisal_form
      WHERE resume IS NOT NULL) AS form
-- Indented lines and brackets (其间) are parts of a stretch, not links of the chain.
WHERE regexp_matches(one, '^[0-9０-９]')
