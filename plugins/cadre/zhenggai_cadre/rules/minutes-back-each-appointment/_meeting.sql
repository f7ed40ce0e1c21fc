SELECT minutes._row, minutes.meeting_date, minutes.chair, minutes.attendees,
       bool_or(regexp_matches(sentence, '(全体|一致|与会|到会)[^,，。]{0,8}(同意|通过)')) AS blanket
FROM cadre.party_group_minutes AS minutes
JOIN sentence ON sentence.document = minutes._row
WHERE in_period(minutes.meeting_date) IS NOT FALSE
GROUP BY ALL
