SELECT _row,
       pharmacy_name,
       device_no,
       device_expiry,
       day_in(device_expiry) AS valid_until,
       CASE WHEN valid_until IS NULL THEN '没有可以核对的有效期' ELSE '已过期' || (as_of() - valid_until) || '天' END AS what,
       station AS owner,
       -- A class II filing has no expiry: 长期 and blank are right.
       CASE WHEN device_class = '二类' THEN 'ok'
            ELSE judge(as_of() <= valid_until) END AS verdict
FROM drugs.pharmacy_register
WHERE (status IS NULL OR status = '在营')
  AND device_class IS NOT NULL
