WITH -- The later of the two rounds counts; the register speaks where there is no tally.
dated AS (
  SELECT promoted.*,
         tallies,
         coalesce(last_date, greatest(talk_rec_date_from, meet_rec_date_from)) AS earliest,
         coalesce(last_date, greatest(talk_rec_date_to, meet_rec_date_to)) AS latest,
         coalesce(undated, 0) > 0 OR ticked._row IS NOT NULL AS unsure
  FROM promoted
  LEFT JOIN matched ON matched._row = promoted._row
  LEFT JOIN (SELECT DISTINCT _row FROM core.unread WHERE field IN ('talk_rec_date', 'meet_rec_date')) AS ticked
    ON ticked._row = promoted._row AND matched.last_date IS NULL
)
SELECT list_prepend(_row, coalesce(tallies, [])) AS _rows,
       name,
       intended_post,
       CASE WHEN earliest = latest THEN CAST(latest AS VARCHAR) ELSE strftime(latest, '%Y-%m') END AS recommended_on,
       decision_date,
       decision_date AS fact_date,
       -- On the anniversary itself the year is over.
       CASE WHEN decision_date IS NULL THEN 'gap'
            WHEN add_months(earliest, $valid_months) > decision_date THEN 'ok'
            WHEN unsure OR latest IS NULL THEN 'gap'
            WHEN add_months(latest, $valid_months) <= decision_date THEN 'violation'
            ELSE 'gap' END AS verdict
FROM dated
WHERE latest IS NOT NULL OR unsure
