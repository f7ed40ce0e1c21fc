SELECT _row, object, round(coalesce(100.0 * (satisfied + CASE WHEN $fair_counts THEN coalesce(fair, 0) ELSE 0 END) / nullif(received, 0), 100 * rate), 2) AS counted,
       judge(coalesce(100.0 * (satisfied + CASE WHEN $fair_counts THEN coalesce(fair, 0) ELSE 0 END) / nullif(received, 0), 100.0 * rate) >= $min_rate) AS verdict
FROM rectification.survey
