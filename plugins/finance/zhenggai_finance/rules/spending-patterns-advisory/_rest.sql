SELECT spent.*,
       calendar.is_workday,
       -- A weekday without work is a holiday; so are the fixed days that fall on a weekend.
       isodow(spent.day) <= 5 OR strftime(spent.day, '%m-%d') IN ('01-01', '05-01', '05-02', '10-01', '10-02', '10-03') AS holiday
FROM spent
LEFT JOIN core.calendar AS calendar ON calendar.day = spent.day
