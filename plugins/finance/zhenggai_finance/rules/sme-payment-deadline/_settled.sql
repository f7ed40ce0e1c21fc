SELECT queued.*,
       by_treasury,
       CASE WHEN by_treasury THEN full_on
            WHEN paid_amount >= owed THEN
              list_max(list_transform(string_split_regex(coalesce(paid_dates, ''), '[、，,;；/\s]+'), lambda one: day_in(one)))
            END AS paid_on,
       CASE WHEN by_treasury THEN greatest(0, least(owed, total_in_time - (owed_by_then - owed))) ELSE 0 END AS paid_in_time,
       met.unknown AS unreadable,
       NOT by_treasury AND paid_on IS NULL
         AND (record.payments = 0 OR deadline < record.since OR paid_dates IS NOT NULL) AS untold,
       CASE WHEN supplier_size IS NULL THEN '，企业规模未登记，按中小企业计' ELSE '' END AS note
FROM queued
JOIN met ON met._row = queued._row
CROSS JOIN record
