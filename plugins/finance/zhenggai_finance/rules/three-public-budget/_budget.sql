SELECT fiscal_year AS year,
       CASE left(regexp_extract(econ_code, '[0-9]+'), 5)
         WHEN '30217' THEN '公务接待费'
         WHEN '30231' THEN '公务用车运行维护费'
         WHEN '31013' THEN '公务用车购置费'
         WHEN '30212' THEN '因公出国（境）费' END AS item,
       list(_row ORDER BY _row) AS budget_rows,
       CASE WHEN count(*) = count(approved) THEN sum(approved) END AS approved,
       CASE WHEN count(*) = count(coalesce(adjusted, approved)) THEN sum(coalesce(adjusted, approved)) END AS allowed
FROM finance.budget_items
GROUP BY fiscal_year, item
