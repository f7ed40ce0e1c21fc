SELECT *,
       norm_text(replace(coalesce(text, ''), coalesce(title, ''), '')) AS body,
       length(trim(coalesce(text, ''))) < 40 AS unreadable,
       bool_or(issued IS NULL) OVER () AS some_undated
FROM regulation
QUALIFY row_number() OVER (ORDER BY issued DESC NULLS LAST, _row) = 1
