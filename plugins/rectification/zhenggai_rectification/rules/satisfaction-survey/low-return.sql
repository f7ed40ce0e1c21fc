SELECT _row, object, sent, received, round(100.0 * received / nullif(sent, 0), 1) AS share, round(100 * $min_return, 1) AS wanted,
       judge(received >= $min_return * nullif(sent, 0)) AS verdict
FROM rectification.survey
