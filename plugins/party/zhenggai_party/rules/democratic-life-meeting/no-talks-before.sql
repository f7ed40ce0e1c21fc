SELECT papers[1:1] AS _rows, named AS key, named, held, held AS fact_date,
       CASE WHEN held IS NULL THEN 'gap'
            WHEN EXISTS (SELECT 1 FROM paper WHERE paper_kind = '谈心谈话记录'
                         AND paper.for_year = meeting.for_year AND paper.meeting_kind = meeting.meeting_kind
                         AND coalesce(made, held) BETWEEN coalesce(planned, held - 90) AND held) THEN 'ok'
            WHEN EXISTS (SELECT 1 FROM party.meetings AS talk WHERE contains(norm_text(talk.type), '谈心')
                         AND talk.date BETWEEN coalesce(meeting.planned, meeting.held - 90) AND meeting.held) THEN 'ok'
            -- Talks may be kept elsewhere: without any ledger of them nothing is known.
            WHEN NOT EXISTS (SELECT 1 FROM party.meetings WHERE contains(norm_text(type), '谈心'))
             AND NOT EXISTS (SELECT 1 FROM paper WHERE paper_kind = '谈心谈话记录') THEN 'gap'
            ELSE 'violation' END AS verdict
FROM meeting
