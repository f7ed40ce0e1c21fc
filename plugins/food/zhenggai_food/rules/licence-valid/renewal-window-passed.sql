SELECT _row, name, licence_no, licence_expiry, owner,
       CASE WHEN left_workdays <= $late_workdays OR valid_until - as_of() <= $late_workdays THEN 'doubt'
            WHEN left_workdays > $late_workdays OR valid_until - as_of() > $late_workdays * 7 / 5 + 14 THEN 'ok'
            ELSE 'gap' END AS verdict
FROM licence
WHERE valid_until >= as_of()
