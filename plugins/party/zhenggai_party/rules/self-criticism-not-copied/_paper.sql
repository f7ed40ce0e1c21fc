SELECT *,
       concat_ws(' ', title, regexp_extract(path, '[^/]*$')) AS headed,
       concat(coalesce("year",
         try_cast(regexp_extract(headed, '(20[0-9]{2})年度', 1) AS INTEGER),
         try_cast(regexp_extract(path, '(20[0-9]{2})年?度?[^/]*/', 1) AS INTEGER),
         year(date), year(coalesce(written, issued_on)))) AS year_text,
       try_cast(year_text AS INTEGER) AS for_year,
       coalesce(kind, CASE WHEN regexp_matches(headed, '巡察|巡视') THEN '巡察整改专题民主生活会'
                           WHEN contains(headed, '专项') THEN '专项民主生活会' ELSE '年度民主生活会' END) AS meeting_kind,
       regexp_matches(headed, '班子|党组对照') AS of_group,
       coalesce(norm_name(speaker), CASE WHEN of_group THEN '班子' END,
                nullif(regexp_extract(headed, '^([^0-9 ]{2,4}?)(?:同志)?(?:20|的|个人|对照|民主)', 1), '')) AS author
FROM party.democratic_life
WHERE regexp_matches(headed, '对照检查|剖析|发言提纲')
  AND NOT regexp_matches(headed, '整改(清单|方案)')
