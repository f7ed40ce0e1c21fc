SELECT _row,
       person,
       depart_date,
       city,
       person AS owner,
       depart_date AS fact_date,
       rank_text,
       coalesce(transport_type, '') AS transport,
       seat_class,
       transport_amount AS amount,
       CASE WHEN seat_class IS NULL THEN 'gap'
            WHEN seat_classes IS NOT NULL AND contains(norm_text(seat_classes), norm_text(seat_class)) THEN 'ok'
            WHEN rank_text = '部级' THEN 'ok'
            WHEN rank_text = '厅局级' THEN judge(NOT regexp_matches(seat_class, '商务座|特等座|一等舱|头等舱|公务舱|商务舱'))
            ELSE judge(NOT regexp_matches(seat_class, '软席|软卧|软座|一等座|商务座|特等座|一等舱|二等舱|头等舱|公务舱|商务舱|豪华')) END AS verdict
FROM rated
WHERE seat_class IS NOT NULL
   OR regexp_matches(transport_type, '火车|高铁|动车|飞机|航空|轮船')
   OR (transport_type IS NULL AND transport_amount > 0)
