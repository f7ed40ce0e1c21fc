SELECT _row, norm_text(unnest(split_names("no"))) AS number, checked, result, action, action_date, checker
FROM rectification.look_back
