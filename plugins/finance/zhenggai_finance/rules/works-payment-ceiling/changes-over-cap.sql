WITH current AS (
  SELECT * FROM project WHERE within
),
government AS (
  SELECT DISTINCT norm_text(contract_no) AS contract_no
  FROM finance.procurement_ledger
  WHERE is_government
     OR method IN ('公开招标', '邀请招标', '竞争性谈判', '竞争性磋商', '询价', '单一来源')
),
extra AS (
  SELECT norm_text(parent_no) AS contract_no,
         list(_row ORDER BY _row) AS extra_rows,
         sum(amount) AS added,
         count(*) > count(amount) AS unknown
  FROM finance.contract_ledger
  WHERE parent_no IS NOT NULL
  GROUP BY norm_text(parent_no)
)
SELECT list_concat(ledger_rows, coalesce(extra_rows, [])) AS _rows,
       id AS key,
       project_no,
       project_name,
       contract_amount,
       coalesce(extra.added, change_amount, 0) AS added_in_all,
       round(contract_amount * $add_on_cap, 2) AS allowed,
       added_in_all - allowed AS amount,
       contract_date AS fact_date,
       CASE WHEN added_in_all > contract_amount * $add_on_cap THEN 'violation'
            WHEN extra.unknown OR contract_amount IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM current
JOIN government ON government.contract_no = current.contract_no
LEFT JOIN extra ON extra.contract_no = current.contract_no
