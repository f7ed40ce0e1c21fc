-- “张某（老街饭店）” names the person and the shop.
SELECT _row, norm_name(unnest([party_name, regexp_replace(party_name, '[（(].*', ''),
                               regexp_extract(party_name, '[（(]([^）)]+)', 1)])) AS name
FROM food.case_ledger
