-- Chinese numerals of months and days become digits: 十二月三十一日 is 12月31日.
SELECT ledger.*,
       feedback.feedback,
       translate(regexp_replace(regexp_replace(regexp_replace(regexp_replace(norm_text(deadline),
         '([二三])十([一二三四五六七八九])', '\1\2', 'g'), '([二三])十', '\10', 'g'),
         '十([一二三四五六七八九])', '1\1', 'g'), '十', '10', 'g'), '一二三四五六七八九', '123456789') AS words
FROM rectification.ledger AS ledger
CROSS JOIN feedback
