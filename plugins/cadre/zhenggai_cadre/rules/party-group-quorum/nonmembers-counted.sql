WITH listed AS (
  SELECT _row AS minutes, meeting_date,
         -- “党组书记、局长甲某”: titles before a name go, a title alone is no person.
         list_filter(list_transform(split_names(attendees), lambda one: regexp_replace(regexp_replace(one,
           '^.*(书记|成员|局长|组长|工程师|主任|队长|所长|股长|科长)', ''), '同志$', '')), lambda one: len(one) > 1) AS present,
         list_filter(list_transform(split_names(nonvoting), lambda one: regexp_replace(regexp_replace(one,
           '^.*(书记|成员|局长|组长|工程师|主任|队长|所长|股长|科长|员)', ''), '同志$', '')), lambda one: len(one) > 1) AS invited
  FROM cadre.party_group_minutes
),
member AS (
  SELECT DISTINCT norm_name(name) AS person
  FROM cadre.roster
  WHERE regexp_matches(norm_text(concat_ws(' ', post, unit)), '党组成员|党组书记|党组副书记')
),
recorded AS (
  SELECT minutes, meeting_date, any_value(len(invited)) AS invited, any_value(len(present)) AS present,
         count(member.person) AS members
  FROM (SELECT minutes, meeting_date, present, invited, norm_name(unnest(list_distinct(present))) AS person FROM listed) AS one
  LEFT JOIN member ON member.person = one.person
  GROUP BY minutes, meeting_date
),
meeting AS (
  SELECT meeting_date, list(minutes) AS minutes, max(members) AS members, max(invited) AS invited, count(*) AS papers
  FROM recorded
  GROUP BY meeting_date
)
SELECT list_prepend(_row, coalesce(minutes, [])) AS _rows,
       name, intended_post, decision_date, members_present, members AS recorded, invited,
       decision_date AS fact_date,
       -- No minutes of the day, several of them, or nobody known as a member: nothing to compare with.
       CASE WHEN papers IS NULL OR papers > 1 OR members = 0 THEN 'gap'
            ELSE judge(members_present = members) END AS verdict
FROM cadre.selection_register
LEFT JOIN meeting ON meeting.meeting_date = decision_date
WHERE in_period(decision_date) IS NOT FALSE
