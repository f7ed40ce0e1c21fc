SELECT paid.*,
       listed.list_row,
       listed.listed_as,
       listed.status,
       listed.basis,
       listed.scope,
       listed.standard,
       listed.unit,
       listed.valid_from,
       listed.valid_to,
       (coalesce(listed.valid_from, DATE '1900-01-01') <= pay_for AND pay_for <= coalesce(listed.valid_to, DATE '9999-01-01')) AS in_force
FROM paid
LEFT JOIN listed ON listed.name = paid.name
