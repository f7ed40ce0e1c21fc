SELECT _row,
       name,
       norm_name(name) AS person,
       unit,
       post_since,
       count(*) OVER (PARTITION BY norm_name(name)) AS namesakes,
       concat_ws(' ', post, unit) AS place,
       regexp_matches(norm_text(place), '局长|党组(书记|副书记|成员)|党委(书记|副书记|委员)|纪检监察组组长|总(工程师|检验师|药师)|食品安全总监')
         AND NOT regexp_matches(norm_text(place), '原任|原局长|原副局长|退休|退出') AS leads,
       regexp_matches(norm_text(place), '(股|科|室|所|队|站|处|中心|分局|大队|支队)长|主任|负责人')
         AND NOT regexp_matches(norm_text(place), '副(股|科|室|所|队|站|处|大队|主任|中心)|(所|股|科|室|队|站|处|中心)副|原任|退休|退出') AS heads
FROM cadre.roster
