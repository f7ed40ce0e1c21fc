SELECT _row, object, round(100 * rate, 2) AS told, round(100.0 * (satisfied + CASE WHEN $fair_counts THEN coalesce(fair, 0) ELSE 0 END) / nullif(received, 0), 2) AS counted,
       judge(abs(100.0 * rate - 100.0 * (satisfied + CASE WHEN $fair_counts THEN coalesce(fair, 0) ELSE 0 END) / nullif(received, 0)) <= 0.5 + 1e-9) AS verdict
FROM rectification.survey
WHERE rate IS NOT NULL
