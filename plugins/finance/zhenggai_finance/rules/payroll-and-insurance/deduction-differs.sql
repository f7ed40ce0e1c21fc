WITH withheld AS (
  SELECT pay_month AS month,
         regexp_replace(norm_text(person), '[(].*?[)]', '', 'g') AS who,
         upper(norm_text(id_card)) AS id,
         norm_text(department) AS section,
         max(pension) AS "养老",
         max(annuity) AS "职业年金",
         max(medical) AS "医疗",
         max(unemployment) AS "失业",
         max(housing_fund) AS "公积金"
  FROM finance.payroll_sheet
  WHERE in_period(pay_month)
  GROUP BY ALL
), by_scheme AS (
  SELECT month, who, id, unnest(['养老', '职业年金', '医疗', '失业', '公积金']) AS scheme,
         unnest(["养老", "职业年金", "医疗", "失业", "公积金"]) AS withheld
  FROM withheld
), by_name AS (
  SELECT month, who, scheme, any_value(withheld) AS withheld, any_value(id) AS id, count(*) AS persons
  FROM by_scheme
  GROUP BY ALL
), by_id AS (
  SELECT month, id, scheme, any_value(withheld) AS withheld, count(*) AS persons
  FROM by_scheme
  WHERE id IS NOT NULL
  GROUP BY ALL
), paid AS (
  SELECT list(_row ORDER BY _row) AS _rows,
         contribution.month,
         regexp_replace(norm_text(person), '[(].*?[)]', '', 'g') AS who,
         upper(norm_text(id_card)) AS id,
         scheme,
         any_value(person) AS person,
         sum(personal_amount) AS in_all,
         sum(personal_amount) FILTER (NOT contains(coalesce(remarks, ''), '补缴')) AS regular,
         count(personal_amount) < count(*) AS unknown
  FROM finance.contribution_detail AS contribution
  WHERE in_period(contribution.month) IS NOT FALSE
    AND scheme <> '工伤'
  GROUP BY contribution.month, who, upper(norm_text(id_card)), scheme
)
-- What is paid in arrears may be withheld with it or at another time.
SELECT _rows,
       concat_ws('|', strftime(paid.month, '%Y-%m'), coalesce(paid.id, paid.who), paid.scheme) AS key,
       strftime(paid.month, '%Y年%m月') AS month,
       paid.person,
       paid.scheme,
       coalesce(by_id.withheld, by_name.withheld) AS withheld,
       coalesce(regular, in_all) AS contributed,
       abs(coalesce(by_id.withheld, by_name.withheld) - coalesce(regular, in_all)) AS amount,
       paid.person AS owner,
       paid.month AS fact_date,
       CASE WHEN unknown OR by_id.persons > 1 OR by_id.persons IS NULL AND by_name.persons > 1 THEN 'gap'
            WHEN abs(coalesce(by_id.withheld, by_name.withheld) - in_all) < 0.01 THEN 'ok'
            ELSE judge(amount < 0.01) END AS verdict
FROM paid
LEFT JOIN by_id ON by_id.month = paid.month AND by_id.id = paid.id AND by_id.scheme = paid.scheme
LEFT JOIN by_name ON by_name.month = paid.month AND by_name.who = paid.who AND by_name.scheme = paid.scheme
  AND (by_name.id IS NULL OR paid.id IS NULL)
