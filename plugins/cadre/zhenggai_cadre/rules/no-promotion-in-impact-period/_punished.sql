SELECT _row AS punishment, norm_name(name) AS person, id_card, type, decision_date AS begun, impact_end, restored_date,
       regexp_matches(type, '党内|留党') AS by_party,
       -- A severe warning in place of dismissal from party posts the person did not hold bars for two years.
       CASE type WHEN '党内警告' THEN 12
                 WHEN '党内严重警告' THEN CASE WHEN contains(norm_text(remarks), '撤销党内职务') OR contains(norm_text(remarks), '无党内职务') THEN 24 ELSE 18 END
                 WHEN '撤销党内职务' THEN 24
                 WHEN '留党察看一年' THEN 24 WHEN '留党察看二年' THEN 24
                 WHEN '政务警告' THEN 6 WHEN '政务记过' THEN 12 WHEN '政务记大过' THEN 18
                 WHEN '政务降级' THEN 24 WHEN '政务撤职' THEN 24
                 WHEN '诫勉' THEN $warning_months END AS months
FROM cadre.discipline_register
