SELECT _row, place, place AS key,
       regexp_extract(words, '绝密|机密|秘密★|★|(举报人|信访人|反映人|投诉人)[一-龥]{1,3}(反映|举报|投诉|来信|来访)?|问题线索|案件线索|[1-9][0-9]{16}[0-9Xx]') AS leak,
       CASE WHEN words IS NULL THEN 'gap' ELSE judge(leak = '') END AS verdict
FROM shown
