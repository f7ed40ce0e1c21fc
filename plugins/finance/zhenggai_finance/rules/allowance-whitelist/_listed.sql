SELECT _row AS list_row,
       item AS listed_as,
       status,
       nullif(trim(basis_document), '') AS basis,
       scope,
       standard,
       unit,
       valid_from,
       valid_to,
       unnest(list_distinct(list_transform(
         list_concat([item], split_names(aliases)),
         lambda one: regexp_replace(norm_text(one), '^[(]?[0-9一二三四五六七八九十]+[)、.]', '')
       ))) AS name
FROM finance.allowance_catalogue
