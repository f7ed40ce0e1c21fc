SELECT _row AS notice,
       coalesce("start", CAST(try_strptime(concat_ws('-', span.y, span.m, span.d), '%Y-%m-%d') AS DATE)) AS notice_start,
       coalesce("end", CAST(try_strptime(concat_ws('-', coalesce(nullif(span.y2, ''), span.y),
         coalesce(nullif(span.m2, ''), span.m), span.d2), '%Y-%m-%d') AS DATE)) AS notice_end,
       exception_reason,
       text
FROM spelled
