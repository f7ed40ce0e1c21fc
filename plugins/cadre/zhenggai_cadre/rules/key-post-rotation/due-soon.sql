SELECT _row, name, unit, post, strftime(since, '%Y-%m') AS since, months,
       CASE WHEN months IS NULL THEN 'gap'
            WHEN months >= 12 * $years - $warn_months AND months < 12 * $years THEN 'doubt'
            ELSE 'ok' END AS verdict
FROM current_holders
