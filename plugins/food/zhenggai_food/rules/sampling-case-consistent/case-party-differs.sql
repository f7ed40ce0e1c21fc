SELECT [sample._row, penal._row] AS _rows,
       sample.sample_no,
       sampled_unit,
       penal.case_no,
       party_name,
       report_received AS fact_date,
       CASE WHEN sample.code = penal.code THEN 'ok'
            ELSE judge(contains(norm_name(party_name), norm_name(sampled_unit)) OR contains(norm_name(sampled_unit), norm_name(party_name))) END AS verdict
FROM linked
JOIN sample ON sample._row = linked.sample_row
JOIN penal ON penal._row = linked.case_row
-- A number used for several units is reported as such.
WHERE number NOT IN (SELECT number FROM sample WHERE number IS NOT NULL GROUP BY number HAVING count(DISTINCT norm_name(sampled_unit)) > 1)
