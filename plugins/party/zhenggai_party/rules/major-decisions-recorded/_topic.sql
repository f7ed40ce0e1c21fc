SELECT _row, date, category, amount, urgent,
       norm_text(concat_ws(' ', topic, decision)) AS said,
       regexp_replace(norm_text(topic), '研究|审议|讨论|关于|有关|事项|议题|项目|工作|支付|拨付|方案|情况|汇报|合同|款项|尾款|进度款|预付款|费用|经费|采购|购买|的|了|款|县|本局|我局|[^\p{L}0-9]', '', 'g') AS gist
FROM party.party_group_topics
WHERE date IS NOT NULL
