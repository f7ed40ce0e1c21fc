WITH issued AS (
  SELECT cite.*, substr(measure.text, greatest(cite.place - measure.place - 11, 1), greatest(least(cite.place - measure.place, 12), 0)) AS lead_words
  FROM rectification.report_citations AS cite
  JOIN rectification.report_measures AS measure
    ON measure.document = cite.document AND measure.item = cite.item AND measure.measure = cite.measure
  WHERE cite.kind IN ('问题', '具体问题')
    AND regexp_matches(cite.cited, '(制度|规定|办法|细则|规则)([（(][^（()）]*[）)])?$')
),
names AS (
  SELECT list(regexp_replace(norm_text(name), '[《》〈〉“”"*、，,·]|[(（]?(试行|暂行)[)）]?|(20[0-9]{2})年?度?', '', 'g')) AS names
  FROM rectification.institutions
)
SELECT issued._row,
       concat_ws('|', issued.report, issued.title, issued.cited) AS key,
       issued.report, issued.title, issued.cited,
       CASE WHEN names.names IS NULL THEN 'gap'
            ELSE judge(list_bool_or(list_transform(names.names, lambda one: contains(one, issued.cited_key) OR contains(issued.cited_key, one)))) END AS verdict
FROM issued
CROSS JOIN names
-- Only what the unit itself made: a law that was studied is no institution of its own.
WHERE regexp_matches(issued.lead_words, '印发|制发|制定|出台|建立|修订|完善|健全')
