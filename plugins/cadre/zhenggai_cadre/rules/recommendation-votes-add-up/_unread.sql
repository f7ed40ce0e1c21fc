SELECT DISTINCT _row
FROM core.unread
WHERE field IN ('votes_no', 'votes_other', 'abstain')
