SELECT _row, platform, name, round(100 * rate, 2) AS shown,
       judge(rate <= 1) AS verdict
FROM party.online_training
WHERE rate IS NOT NULL
   OR _row IN (SELECT _row FROM core.unread WHERE field = 'rate')
