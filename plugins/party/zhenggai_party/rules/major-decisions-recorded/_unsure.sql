-- Items of the agenda that cannot be read could be the one that is sought.
SELECT coalesce(date, DATE '1900-01-01') AS from_day, coalesce(date, DATE '9999-12-31') AS to_day
FROM party.party_group_topics
WHERE date IS NULL
   OR topic IS NULL
