SELECT *, norm_name(name) AS person,
       -- The duty, whichever desk it is done at: 采购岗, 采购员 and 甲所采购员 are one.
       regexp_replace(replace(norm_text(post), norm_text(unit), ''), '(人员|岗位|岗|员|负责人)$', '') AS duty
FROM cadre.key_posts
