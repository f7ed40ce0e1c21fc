SELECT form._row, form.name, birth_month, form_date, place, one AS line,
       list_filter(string_split_regex(translate(one, '，、；：', ',,,,'), '[,:\s|]+'), lambda part: part <> '') AS parts
FROM (SELECT *, unnest(string_split_regex(family, '[\n；;]+')) AS one,
             generate_subscripts(string_split_regex(family, '[\n；;]+'), 1) AS place
      FROM cadre.appraisal_form
      WHERE family IS NOT NULL) AS form
WHERE norm_text(one) <> ''
