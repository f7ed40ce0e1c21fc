SELECT reception.*,
       regexp_replace(
         norm_text(nullif(concat_ws(' ', menu, goods), '')),
         array_to_string(list_transform($excluded_words, lambda one: regexp_escape(one)), '|'),
         '',
         'g'
       ) AS goods
FROM finance.reception_ledger AS reception
LEFT JOIN bill ON bill._row = reception._row
WHERE in_period(reception_date) IS NOT FALSE
  AND (reception.amount > 0 IS NOT FALSE OR menu IS NOT NULL)
