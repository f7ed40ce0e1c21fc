SELECT _row, unit, post, owner,
       -- Measures stand numbered, or apart by semicolons or lines.
       len(list_filter(string_split_regex(measure, '[；;\n]|(^|[^0-9])[0-9]{1,2}[、.．)）]|[①②③④⑤⑥]|[（(][一二三四五六0-9]+[）)]|[一二三四五六]是'),
         lambda one: length(norm_text(one)) > 1)) AS measures,
       period_end() AS due,
       CASE WHEN grade IS NULL OR measure IS NULL THEN 'gap'
            WHEN measures >= 2 OR in_period(check_date) THEN 'ok'
            WHEN _row IN (SELECT _row FROM core.unread WHERE field = 'check_date') THEN 'gap'
            WHEN as_of() < period_end() THEN 'pending'
            ELSE 'violation' END AS verdict
FROM party.integrity_risk
WHERE grade IS NULL
   OR grade = '高'
