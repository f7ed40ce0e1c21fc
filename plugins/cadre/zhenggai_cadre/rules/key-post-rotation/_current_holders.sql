SELECT * REPLACE (begun AS since), date_diff('month', begun, as_of()) AS months
FROM (SELECT *, min(since) OVER (PARTITION BY person, duty, spell) AS begun,
             count(*) FILTER (since IS NULL) OVER (PARTITION BY person, duty) AS undated
      FROM joined)
WHERE until IS NULL
