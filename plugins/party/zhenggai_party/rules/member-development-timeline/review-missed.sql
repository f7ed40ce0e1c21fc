WITH review AS (
  SELECT _row, name, activist_date_to, object_date_from, reviews, unclear,
         regexp_extract_all(norm_text(reviews), '20[0-9]{2}[-./年][0-9]{1,2}(?:[-./月][0-9]{1,2})?') AS written
  FROM dossier
  WHERE activist_date_from IS NOT NULL
),
-- A review known to the month may have been on its last day.
day AS (
  SELECT _row, activist_date_to AS first_day, activist_date_to AS last_day
  FROM review
  UNION ALL
  SELECT _row,
         make_date(part[1]::INTEGER, part[2]::INTEGER, coalesce(part[3]::INTEGER, 1)),
         CASE WHEN part[3] IS NULL THEN last_day(make_date(part[1]::INTEGER, part[2]::INTEGER, 1))
              ELSE make_date(part[1]::INTEGER, part[2]::INTEGER, part[3]::INTEGER) END
  FROM (
    SELECT _row, regexp_extract_all(unnest(written), '[0-9]+') AS part
    FROM review
  )
  WHERE part[2]::INTEGER BETWEEN 1 AND 12
    AND coalesce(part[3]::INTEGER, 1) BETWEEN 1 AND 28
     OR try_cast(concat_ws('-', part[1], part[2], part[3]) AS DATE) IS NOT NULL
  UNION ALL
  SELECT _row, least(coalesce(object_date_from, as_of()), as_of()), NULL
  FROM review
),
distance AS (
  SELECT _row, first_day,
         max(last_day) OVER (PARTITION BY _row ORDER BY first_day, last_day NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
  FROM day
),
worst AS (
  SELECT _row,
         count(*) FILTER (first_day > add_months(before, 6) + $slack_days) AS gaps,
         min(before) FILTER (first_day > add_months(before, 6) + $slack_days) AS since
  FROM distance
  GROUP BY _row
)
SELECT review._row, review.name, worst.since, worst.gaps, review.activist_date_to AS fact_date,
       CASE WHEN list_contains(review.unclear, 'reviews') OR (review.reviews IS NOT NULL AND len(review.written) = 0) THEN 'gap'
            ELSE judge(worst.gaps = 0) END AS verdict
FROM review
JOIN worst USING (_row)
