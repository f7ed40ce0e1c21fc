SELECT *,
       coalesce(issue_date, issued_on) AS issued
FROM finance.policy_document
WHERE contains(title, '财务')
  AND regexp_matches(title, '制度|办法|规定|规范')
