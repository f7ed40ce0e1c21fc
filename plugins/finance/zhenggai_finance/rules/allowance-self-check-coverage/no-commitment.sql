WITH paper AS (
  SELECT self._row,
         signer,
         document_date,
         bool_or(
           norm_text(signer) = norm_text(head.person)
           AND coalesce(from_date_from, DATE '1900-01-01') <= document_date
           AND coalesce(to_date_to, DATE '9999-12-31') >= document_date
         ) AS by_post,
         count(head._row) > 0 AS posted
  FROM finance.allowance_self_check AS self
  LEFT JOIN finance.post_assignment AS head ON head.post = '单位负责人'
  WHERE document_kind = '承诺书'
  GROUP BY ALL
), told AS (
  SELECT *,
         CASE WHEN posted THEN coalesce(by_post, FALSE)
              WHEN $head_name <> '' THEN norm_text(signer) = norm_text($head_name) END
           AND date_trunc('month', document_date) >= CAST($check_to || '-01' AS DATE) AS good
  FROM paper
)
SELECT list(_row ORDER BY _row) AS _rows,
       'total' AS key,
       coalesce(string_agg(concat_ws(' ', signer, document_date), '、' ORDER BY document_date), '无') AS papers,
       last_day(CAST($check_to || '-01' AS DATE)) AS due,
       CASE WHEN bool_or(good) THEN 'ok'
            WHEN as_of() < last_day(CAST($check_to || '-01' AS DATE)) THEN 'pending'
            WHEN count(*) > count(good) THEN 'gap'
            ELSE 'violation' END AS verdict
FROM told
