SELECT list(_row ORDER BY _row) AS _rows,
       norm_docno(case_no) AS key,
       any_value(party) AS party,
       any_value(case_no) AS case_no,
       string_agg(DISTINCT CAST(campaign_year AS VARCHAR), '、' ORDER BY CAST(campaign_year AS VARCHAR)) AS years,
       CASE WHEN norm_docno(case_no) IS NULL THEN 'gap'
            ELSE judge(count(DISTINCT campaign_year) = 1) END AS verdict
FROM ip.iron_fist_ledger
WHERE campaign_year IS NOT NULL
GROUP BY norm_docno(case_no)
