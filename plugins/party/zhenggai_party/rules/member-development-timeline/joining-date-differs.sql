WITH member AS (
  SELECT norm_name(name) AS person, any_value(_row) AS member_row, count(*) AS namesakes,
         any_value(party_date_from) AS party_from, any_value(party_date_to) AS party_to
  FROM party.members
  GROUP BY ALL
)
SELECT [dossier._row, member.member_row] AS _rows, dossier.name, member.party_from AS party_date,
       dossier.branch_meeting_from AS branch_meeting, dossier.branch_meeting_from AS fact_date,
       CASE WHEN member.namesakes > 1 OR member.party_from IS NULL THEN 'gap'
            WHEN member.party_from > dossier.branch_meeting_to OR member.party_to < dossier.branch_meeting_from THEN 'violation'
            WHEN member.party_from = dossier.branch_meeting_from AND member.party_to = dossier.branch_meeting_to THEN 'ok'
            ELSE 'gap' END AS verdict
FROM dossier
JOIN member ON member.person = norm_name(dossier.name)
WHERE dossier.branch_meeting_from IS NOT NULL
