SELECT document, number, meeting_date, place, one AS sentence
FROM (SELECT document, number, unnest(string_split_regex(words, '[。;；]')) AS one,
             generate_subscripts(string_split_regex(words, '[。;；]'), 1) AS place
      FROM personnel) AS split
JOIN cadre.party_group_minutes AS minutes ON minutes._row = split.document
WHERE one <> ''
