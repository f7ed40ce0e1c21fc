SELECT _row,
       pay_for,
       any_value(pay_month) AS pay_month,
       any_value(person) AS person,
       any_value(id_card) AS id_card,
       any_value(department) AS department,
       any_value(item) AS item,
       any_value(name) AS name,
       any_value(amount) AS amount,
       any_value(day_count) AS day_count,
       any_value(undated) AS undated,
       coalesce(strftime(pay_for, '%Y年%m月'), strftime(any_value(pay_month), '%Y年%m月发放')) AS month,
       count(list_row) AS matches,
       any_value(listed_as) AS listed_as,
       bool_or(status = '禁止' AND in_force) AS forbidden,
       bool_or(status = '允许' AND in_force) AS permitted,
       bool_or(status = '允许' AND basis IS NOT NULL) AS based,
       min(valid_from) FILTER (status = '允许') AS valid_from,
       CASE WHEN count(*) FILTER (status = '允许') = count(valid_to) FILTER (status = '允许')
              THEN max(valid_to) FILTER (status = '允许') END AS valid_to
FROM met
GROUP BY _row, pay_for
