WITH promoted AS (
  SELECT *
  FROM cadre.selection_register
  WHERE kind = '提拔'
    AND in_period(decision_date) IS NOT FALSE
    AND NOT coalesce(list_bool_or(list_transform(CAST($exempt_posts AS VARCHAR[]),
          lambda post: contains(intended_post, post))), FALSE)
    AND NOT contains(concat_ws(' ', publicity_result, remarks), '换届')
),
-- A notice names people in its line of names, or opens a paragraph with “张某，男，”.
named AS (
  SELECT _row AS notice, norm_name(unnest(split_names(persons))) AS person
  FROM cadre.publicity_notices
  UNION
  SELECT document, norm_name(regexp_extract(norm_text(text), '^(?:[0-9]+[.、])?(\p{Han}[\p{Han}·]{1,14}?),[男女],', 1))
  FROM core.paragraphs
  WHERE evidence = 'cadre.publicity_notices'
),
spelled AS (
  SELECT *,
         regexp_extract(norm_text(text),
           '([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日[^0-9]{0,8}?(?:至|到|-|—|~)(?:([0-9]{4})年)?(?:([0-9]{1,2})月)?([0-9]{1,2})日',
           ['y', 'm', 'd', 'y2', 'm2', 'd2']) AS span
  FROM cadre.publicity_notices
),
notice AS (
  SELECT _row AS notice,
         coalesce("start", CAST(try_strptime(concat_ws('-', span.y, span.m, span.d), '%Y-%m-%d') AS DATE)) AS notice_start,
         coalesce("end", CAST(try_strptime(concat_ws('-', coalesce(nullif(span.y2, ''), span.y),
           coalesce(nullif(span.m2, ''), span.m), span.d2), '%Y-%m-%d') AS DATE)) AS notice_end,
         exception_reason,
         text
  FROM spelled
),
-- Of several notices naming a person, the one nearest to the decision speaks of this appointment.
publicised AS (
  SELECT promoted.*, notice.notice, notice_start, notice_end, exception_reason, notice.text AS notice_text
  FROM promoted
  LEFT JOIN named ON named.person = norm_name(promoted.name)
  LEFT JOIN notice ON notice.notice = named.notice
    AND (abs(notice_start - decision_date) <= 180) IS NOT FALSE
  QUALIFY row_number() OVER (
    PARTITION BY promoted._row
    ORDER BY notice.notice IS NULL, abs(notice_start - decision_date) NULLS LAST, notice.notice) = 1
)
SELECT [_row, notice] AS _rows,
       name,
       intended_post,
       publicity_start,
       publicity_end,
       notice_start,
       notice_end,
       decision_date AS fact_date,
       judge(publicity_start = notice_start AND publicity_end = notice_end) AS verdict
FROM publicised
WHERE notice IS NOT NULL
