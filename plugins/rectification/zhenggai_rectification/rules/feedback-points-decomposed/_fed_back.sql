SELECT _row,
       finding,
       regexp_replace(norm_text(finding), '[，。、；：,.;:“”"《》（）()的了]|问题$', '', 'g') AS words
FROM rectification.feedback_items
