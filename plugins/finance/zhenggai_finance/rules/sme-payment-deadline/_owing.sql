SELECT dated.*,
       coalesce(due_amount, dated.amount - CASE WHEN until > coalesce(deadline, as_of()) THEN coalesce(held, 0) ELSE 0 END)
         - CASE WHEN dispute THEN coalesce(disputed_amount, 0) ELSE 0 END AS owed
FROM dated
LEFT JOIN retention ON retention.number = norm_text(dated.contract_no)
