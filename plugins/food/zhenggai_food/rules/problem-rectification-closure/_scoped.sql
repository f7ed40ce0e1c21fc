-- materialized
SELECT *, add_workdays(deadline, $recheck_grace) AS latest
FROM dated_problem
