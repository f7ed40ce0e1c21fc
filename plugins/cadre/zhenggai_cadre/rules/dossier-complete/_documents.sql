SELECT _row, path, title, text, CAST(NULL AS DATE) AS held_on FROM cadre.dossier_papers
UNION ALL
SELECT _row, path, '任前公示', text, NULL FROM cadre.publicity_notices
UNION ALL
SELECT _row, path, '党组会议记录', text, meeting_date FROM cadre.party_group_minutes
