SELECT _row,
       "no",
       finding,
       note,
       len(regexp_extract_all(coalesce(note, ''), '延期(至|到)|再次延期')) AS times,
       leader AS owner,
       CASE WHEN extended_to IS NULL AND times = 0 THEN 'gap'
            ELSE judge(greatest(times, CASE WHEN extended_to IS NOT NULL THEN 1 ELSE 0 END) <= 1) END AS verdict
FROM rectification.ledger
WHERE extended_to IS NOT NULL
   OR contains(coalesce(note, ''), '延期')
