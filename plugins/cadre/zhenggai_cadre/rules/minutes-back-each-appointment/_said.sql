-- An opinion stands in the sentence that names the member.
SELECT member.document, member.person, max(number * 1000 + place) AS at
FROM member
JOIN sentence ON sentence.document = member.document
  AND contains(sentence, member.person)
  AND regexp_matches(sentence, '同意|缓议|赞成|反对')
GROUP BY ALL
