SELECT *,
       CASE WHEN written_deadline IS NOT NULL THEN written_deadline
            WHEN regexp_matches(term, '立即|当[日天场]') THEN inspect_date
            WHEN contains(term, '工作') THEN add_workdays(inspect_date, span)
            WHEN regexp_matches(term, '^\d+个?月') THEN add_months(inspect_date, span)
            ELSE inspect_date + span END AS deadline
FROM problem
