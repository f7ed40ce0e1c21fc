SELECT *, add_months(feedback, $period_months) AS period_last
FROM letters
