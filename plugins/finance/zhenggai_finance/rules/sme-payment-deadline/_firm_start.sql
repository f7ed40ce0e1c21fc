SELECT firm, min(first_day) AS first_day FROM queued GROUP BY firm
