SELECT _row,
       persons,
       "start" AS fact_date,
       CASE WHEN concat_ws('', channel, text) = '' THEN 'gap'
            ELSE judge(regexp_matches(norm_text(concat_ws(' ', channel, text)),
              '电话|邮箱|邮件|信箱|地址|@|[0-9]{3,4}-[0-9]{7,8}|[0-9]{7,11}')) END AS verdict
FROM cadre.publicity_notices
WHERE in_period("start") IS NOT FALSE
