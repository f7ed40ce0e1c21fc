SELECT _row, name, norm_name(name) AS person
FROM cadre.roster
WHERE regexp_matches(norm_text(concat_ws(' ', post, unit)), '局长|党组(书记|副书记|成员)|党委(书记|副书记|委员)|纪检监察组组长|总(工程师|检验师|药师)|食品安全总监')
  AND NOT regexp_matches(norm_text(concat_ws(' ', post, unit)), '原任|原局长|原副局长|退休|退出')
