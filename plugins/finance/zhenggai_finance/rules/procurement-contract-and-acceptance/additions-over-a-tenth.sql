WITH contract AS (
  -- A contract may take several rows, one for each deposit.
  SELECT norm_text(contract_no) AS number,
         min(_row) AS _row,
         any_value(contract_no) AS contract_no,
         any_value(norm_text(parent_no)) AS parent,
         any_value(title) AS title,
         any_value(supplier) AS supplier,
         max(amount) AS amount,
         min(sign_date) AS sign_date,
         min(publish_date) AS publish_date,
         min(record_date) AS record_date,
         min(accept_date) AS accept_date,
         min(award_date) AS notice_date,
         max(paid_amount) AS paid_amount,
         string_agg(DISTINCT paid_dates, '、') AS paid_dates,
         bool_or(is_secret) AS is_secret
  FROM finance.contract_ledger
  GROUP BY norm_text(contract_no), CASE WHEN contract_no IS NULL THEN contract_ledger._row END
), purchase AS (
  SELECT *,
         norm_text(contract_no) AS number,
         coalesce(is_government, FALSE)
           OR coalesce(method IN ('公开招标', '邀请招标', '竞争性谈判', '竞争性磋商', '询价', '单一来源'), FALSE) AS government
  FROM finance.procurement_ledger
), government_contract AS (
  SELECT DISTINCT number
  FROM purchase
  WHERE government
    -- Works are followed by the rule on works payments.
    AND NOT EXISTS (SELECT 1 FROM finance.works_ledger AS works WHERE norm_text(works.contract_no) = purchase.number)
)
SELECT list_concat([any_value(contract._row)], list(extra._row ORDER BY extra._row)) AS _rows,
       contract.number AS key,
       any_value(contract.contract_no) AS contract_no,
       any_value(contract.amount) AS contract_amount,
       count(*) AS additions,
       sum(extra.amount) AS added,
       round(any_value(contract.amount) * 0.1, 2) AS allowed,
       sum(extra.amount) - any_value(contract.amount) * 0.1 AS amount,
       max(extra.sign_date) AS fact_date,
       CASE WHEN sum(extra.amount) > any_value(contract.amount) * 0.1 THEN 'violation'
            WHEN count(*) > count(extra.amount) OR any_value(contract.amount) IS NULL THEN 'gap'
            ELSE 'ok' END AS verdict
FROM contract
JOIN government_contract ON government_contract.number = contract.number
JOIN contract AS extra ON extra.parent = contract.number
GROUP BY contract.number
HAVING bool_or(in_period(extra.sign_date) IS NOT FALSE)
