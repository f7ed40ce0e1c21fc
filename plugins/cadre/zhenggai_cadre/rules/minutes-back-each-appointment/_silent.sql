SELECT member.document, string_agg(member.person, '、' ORDER BY member.person) AS silent
FROM member
ANTI JOIN said ON said.document = member.document AND said.person = member.person
GROUP BY member.document
