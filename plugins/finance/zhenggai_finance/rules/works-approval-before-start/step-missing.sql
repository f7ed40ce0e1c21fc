WITH ledger AS (
  SELECT norm_text(project_no) AS id,
         list(_row ORDER BY _row) AS ledger_rows,
         any_value(project_no) AS project_no,
         any_value(project_name) AS project_name,
         any_value(site) AS site,
         any_value(nature) AS nature,
         max(budget_amount) AS budget_amount,
         max(contract_amount) AS contract_amount,
         min(approval_date) AS approval_date,
         min(budget_list_date) AS budget_list_date,
         min(review_date) AS review_date,
         min(resolution_date) AS resolution_date,
         min(contract_date) AS contract_date,
         min(start_date) AS start_date,
         min(pay_date) FILTER (pay_amount > 0) AS first_paid
  FROM finance.works_ledger
  GROUP BY norm_text(project_no)
), paper AS (
  SELECT norm_text(project_no) AS id,
         document_kind,
         document_date,
         amount
  FROM finance.works_documents
), dated_paper AS (
  SELECT ledger.id,
         min(document_date) FILTER (document_kind = '维修（立项）批复') AS approval_date,
         min(document_date) FILTER (document_kind = '预算编制清单') AS budget_list_date,
         min(document_date) FILTER (document_kind = '预算审核报告') AS review_date,
         min(document_date) FILTER (document_kind = '党组会议纪要') AS resolution_date,
         min(document_date) FILTER (document_kind = '合同') AS contract_date,
         min(document_date) FILTER (document_kind = '开工报告') AS start_date,
         max(paper.amount) FILTER (document_kind = '党组会议纪要') AS resolved,
         list(document_date) FILTER (document_kind = '党组会议纪要') AS minutes_days
  FROM ledger
  JOIN paper ON paper.id IN (ledger.id, norm_text(ledger.project_name))
  GROUP BY ledger.id
), topic AS (
  -- A topic is the project's if it names the project, or its site together with works.
  SELECT ledger.id,
         minutes._row AS topic_row,
         meeting_date,
         topic,
         minutes.amount,
         NOT regexp_matches(decision, '不同意|缓议|暂缓|不通过|未通过') AS adopted
  FROM finance.decision_minutes AS minutes
  JOIN ledger
    ON contains(norm_text(topic), norm_text(project_name))
    OR (contains(norm_text(topic), norm_text(site)) AND regexp_matches(topic, '维修|修缮|工程|改造|装修'))
), adopted AS (
  SELECT id,
         list(meeting_date) AS days,
         min(meeting_date) AS first_day,
         sum(amount) AS resolved,
         count(*) > count(amount) AS open_amount
  FROM topic
  WHERE adopted
  GROUP BY id
), project AS (
  SELECT ledger.* REPLACE (
           coalesce(ledger.approval_date, dated_paper.approval_date) AS approval_date,
           coalesce(ledger.budget_list_date, dated_paper.budget_list_date) AS budget_list_date,
           coalesce(ledger.review_date, dated_paper.review_date) AS review_date,
           coalesce(ledger.contract_date, dated_paper.contract_date) AS contract_date,
           coalesce(ledger.start_date, dated_paper.start_date) AS start_date
         ),
         coalesce(ledger.resolution_date, dated_paper.resolution_date) AS claimed,
         -- The day counts only where minutes of that day adopt the project.
         CASE WHEN list_contains(adopted.days, coalesce(ledger.resolution_date, dated_paper.resolution_date, adopted.first_day))
                OR list_contains(dated_paper.minutes_days, coalesce(ledger.resolution_date, dated_paper.resolution_date))
              THEN coalesce(ledger.resolution_date, dated_paper.resolution_date, adopted.first_day) END AS resolved_on,
         coalesce(adopted.resolved, dated_paper.resolved) AS resolved,
         nature = '应急抢修' AS urgent
  FROM ledger
  LEFT JOIN dated_paper ON dated_paper.id = ledger.id
  LEFT JOIN adopted ON adopted.id = ledger.id
), begun AS (
  SELECT *,
         coalesce(contract_date, start_date, first_paid) IS NOT NULL AS under_way
  FROM project
  WHERE (coalesce(budget_amount, contract_amount) >= $min_amount) IS NOT FALSE
    AND (in_period(contract_date) OR in_period(start_date) OR in_period(first_paid)
         OR coalesce(contract_date, start_date, first_paid) IS NULL)
), step AS (
  SELECT begun.*,
         unnest([
           {'step': '维修（立项）批复', 'day': approval_date, 'asked': coalesce(nature = '单独装修修缮', TRUE), 'unclear': nature IS NULL},
           {'step': '预算编制清单', 'day': budget_list_date, 'asked': TRUE, 'unclear': FALSE},
           {'step': '预算审核', 'day': review_date, 'asked': TRUE, 'unclear': FALSE},
           {'step': '党组会研究', 'day': coalesce(resolved_on, claimed), 'asked': NOT coalesce(urgent, FALSE), 'unclear': FALSE},
           {'step': '合同', 'day': contract_date, 'asked': TRUE, 'unclear': FALSE},
           {'step': '开工日期', 'day': start_date, 'asked': TRUE, 'unclear': TRUE}
         ]) AS one
  FROM begun
)
SELECT ledger_rows AS _rows,
       id AS key,
       one.step AS subject,
       project_no,
       project_name,
       concat_ws('、', CASE WHEN contract_date IS NOT NULL THEN '签合同' END, CASE WHEN start_date IS NOT NULL THEN '开工' END, CASE WHEN first_paid IS NOT NULL THEN '付款' END) AS stage,
       one.step AS step,
       contract_amount AS amount,
       coalesce(start_date, contract_date, first_paid) AS fact_date,
       CASE WHEN one.day IS NOT NULL
                 -- A day claimed for the resolution is tested by its own aspect while minutes are at hand.
                 AND (one.step <> '党组会研究' OR resolved_on IS NOT NULL OR EXISTS (SELECT 1 FROM finance.decision_minutes)) THEN 'ok'
            WHEN NOT under_way THEN 'pending'
            WHEN one.unclear THEN 'gap'
            ELSE 'violation' END AS verdict
FROM step
WHERE one.asked
