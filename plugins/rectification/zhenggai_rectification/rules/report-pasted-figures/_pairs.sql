SELECT one._row,
       other._row AS other_row,
       concat_ws('|', one.report, one.cited_key, one.noun, one.title, other.title) AS key,
       one.report,
       one.title,
       other.title AS other_title,
       one.cited,
       one.noun,
       one.text,
       other.text AS other_text,
       one.sentence,
       other.sentence AS other_sentence,
       one.value,
       other.value AS other_value,
       one.masked,
       other.masked AS other_masked
FROM tuple AS one
LEFT JOIN tuple AS other
  ON other.document = one.document AND other.cited_key = one.cited_key AND other.noun = one.noun AND other.unit = one.unit
  AND other.item > one.item
  AND NOT coalesce(one.referred, FALSE)
  AND NOT coalesce(other.referred, FALSE)
