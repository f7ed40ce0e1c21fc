SELECT *,
       norm_text(contract_no) AS number,
       coalesce(is_government, FALSE)
         OR coalesce(method IN ('公开招标', '邀请招标', '竞争性谈判', '竞争性磋商', '询价', '单一来源'), FALSE) AS government
FROM finance.procurement_ledger
