SELECT _row,
       "no",
       finding,
       deadline,
       judge(regexp_matches(norm_text(deadline),
         '20[0-9]{2}[年./-][0-9]{1,2}|[0-9一二三四五六七八九十]{1,3}月|年底|年内|年末|半年|季度|立行立改|即知即改|立知立改|边巡边改|立即|当[日天]|长期|持续|常态|整改期|集中整改|20[0-9]{6}')) AS verdict
FROM rectification.ledger
WHERE trim(deadline) <> ''
