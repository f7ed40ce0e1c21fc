SELECT DISTINCT campaign._row AS campaign_row, filed._row AS case_row
FROM campaign
JOIN filed USING (bare)
WHERE bare.serial <> ''
  AND campaign._row NOT IN (SELECT campaign_row FROM by_number)
