SELECT DISTINCT campaign._row AS campaign_row, filed._row AS case_row
FROM campaign
JOIN filed USING (number)
