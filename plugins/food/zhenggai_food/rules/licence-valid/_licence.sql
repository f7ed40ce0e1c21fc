SELECT *,
       coalesce(contains(licence_expiry, '长期'), FALSE) AS lasting,
       day_in(licence_expiry) AS valid_until,
       workdays_between(as_of(), day_in(licence_expiry)) AS left_workdays
FROM registered
