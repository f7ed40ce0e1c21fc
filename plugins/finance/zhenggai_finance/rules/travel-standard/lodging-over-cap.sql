WITH mate AS (
  SELECT norm_text(person) AS who,
         depart_date,
         sum(lodging_amount) AS mate_lodging
  FROM leg
  GROUP BY norm_text(person), depart_date
)
SELECT _row,
       person,
       rated.depart_date AS depart_date,
       city,
       person AS owner,
       rated.depart_date AS fact_date,
       nights,
       lodging_amount + coalesce(mate_lodging, 0) AS lodging,
       coalesce(lodging_cap, $lodging_cap_default) AS cap,
       cap * nights * CASE WHEN room_mate IS NULL THEN 1 ELSE 2 END AS allowed,
       greatest(lodging - allowed, 0) AS amount,
       CASE WHEN room_mate IS NOT NULL THEN '（与' || room_mate || '合住，合并计算）' ELSE '' END
         || CASE WHEN lodging_cap IS NULL THEN '（没有当地标准，按参照数）' ELSE '' END AS note,
       CASE WHEN lodging_cap IS NULL THEN 'gap'
            ELSE judge(lodging <= allowed) END AS verdict
FROM rated
LEFT JOIN mate ON mate.who = norm_text(rated.room_mate) AND mate.depart_date = rated.depart_date
WHERE lodging_amount > 0
