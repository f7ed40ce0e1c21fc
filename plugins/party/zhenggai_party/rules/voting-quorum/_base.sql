SELECT vote.*,
       coalesce(vote_base, least_base) AS base_from,
       coalesce(vote_base, most_base) AS base
FROM vote
LEFT JOIN entitled USING (_row)
