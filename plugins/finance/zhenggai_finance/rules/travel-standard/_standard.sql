SELECT *,
       CASE WHEN len(marks) = 2 AND regexp_matches(season, '[-至~—]')
              THEN CASE WHEN marks[1] <= marks[2] THEN range(marks[1], marks[2] + 1) ELSE list_concat(range(marks[1], 13), range(1, marks[2] + 1)) END
            ELSE marks END AS months
FROM season
