SELECT _row, name, licence_no, licence_expiry, owner,
       CASE WHEN left_workdays <= $late_workdays OR left_workdays > $warn_workdays THEN 'ok'
            WHEN left_workdays <= $warn_workdays THEN 'doubt'
            -- Beyond the holiday data: what holds however the holidays fall.
            WHEN valid_until - as_of() > $warn_workdays * 7 / 5 + 31 OR valid_until - as_of() <= $late_workdays THEN 'ok'
            WHEN valid_until - as_of() <= $warn_workdays AND valid_until - as_of() > $late_workdays * 7 / 5 + 14 THEN 'doubt'
            ELSE 'gap' END AS verdict
FROM licence
WHERE valid_until >= as_of()
