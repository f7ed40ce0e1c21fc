SELECT _row AS document, meeting_date,
       unnest(list_distinct(list_filter(list_transform(split_names(attendees), lambda one: norm_name(regexp_replace(regexp_replace(one,
         '^.*(书记|成员|局长|组长|工程师|主任)', ''), '同志$', ''))), lambda one: len(one) > 1))) AS person
FROM cadre.party_group_minutes
WHERE in_period(meeting_date) IS NOT FALSE
