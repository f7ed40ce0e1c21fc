-- Dated steps of a staged plan: months, quarters and full dates, told apart by what is written.
SELECT *,
       add_months(feedback, $period_months) AS period_last,
       len(list_distinct(regexp_extract_all(norm_text(concat_ws('；', measure, target, progress)),
         '20[0-9]{2}[年./-][0-9]{1,2}|[0-9一二三四五六七八九十]{1,3}月|第?[1-4一二三四]季度|[上下]半年|年底'))) AS steps
FROM limits
