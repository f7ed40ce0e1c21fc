SELECT list_filter([excepted._row, earlier_row], lambda one: one IS NOT NULL) AS _rows,
       name, intended_post, exceptional, earlier_post, earlier_exceptional,
       decision_date AS fact_date,
       CASE WHEN earlier_row IS NULL THEN 'gap'
            WHEN coalesce(norm_text(earlier_exceptional), '否') IN ('否', '无', '不是', '-', '—', '--', '/') THEN 'ok'
            -- Only exceptions as to years of service may not follow one another.
            WHEN regexp_matches(norm_text(earlier_exceptional), '年限|不满|不足|未满') AND regexp_matches(ground, '年限|不满|不足|未满') THEN 'violation'
            WHEN regexp_full_match(norm_text(earlier_exceptional), '是|√|有') OR regexp_full_match(ground, '是|√|有') THEN 'gap'
            ELSE 'ok' END AS verdict
FROM excepted
LEFT JOIN earlier ON earlier._row = excepted._row
