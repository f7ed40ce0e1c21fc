WITH levelled AS (
  SELECT *,
         -- Sections of a bureau are no level of leading posts of their own.
         CASE post_level WHEN '股级' THEN 0 WHEN '乡科级副职' THEN 1 WHEN '乡科级正职' THEN 2 WHEN '县处级' THEN 3 END AS target,
         CASE WHEN regexp_matches(norm_text(current_post), '副局长|副科|科级副职') AND NOT contains(current_post, '分局') THEN 1
              WHEN regexp_matches(norm_text(current_post), '(^|[^副])局长|正科|科级正职') AND NOT contains(current_post, '分局') THEN 2
              WHEN regexp_matches(norm_text(current_post), '[股科室所队站组分局]长|主任|科员|干部|办事员') THEN 0 END AS origin
  FROM excepted
)
SELECT _row, name, intended_post, current_post, post_level,
       decision_date AS fact_date,
       judge(target - origin < 3) AS verdict
FROM levelled
