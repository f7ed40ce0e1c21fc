SELECT campaign._row AS campaign_row, penal._row AS case_row
FROM campaign
JOIN enforcement.case_ledger AS penal ON norm_name(penal.party_name) = norm_name(campaign.party)
  AND abs(penal.filing_date - campaign.filing_date) <= 3
WHERE campaign._row NOT IN (SELECT campaign_row FROM by_number)
  AND campaign._row NOT IN (SELECT campaign_row FROM by_serial)
