SELECT item.document, item.number, item.words
FROM item
JOIN (SELECT document, item
      FROM item
      GROUP BY document, item
      HAVING regexp_matches(string_agg(words, ' '), '干部|任免|人事|职级')) AS about
  ON about.document = item.document AND about.item = item.item
WHERE (item.item > 0 OR NOT headed)
  AND NOT regexp_matches(words, '^(会议时间|时间|出席|参会|到会|缺席|请假|列席|主持|记录|地点|会议届次|会次)')
