SELECT *, _row AS quota_row,
       -- The bureau's own leaders stand under the bureau's name, or 局机关, 局领导.
       regexp_replace(norm_text(unit), '^(.*(市场监督管理局|市场监管局|市监局)|局机关|局领导|领导班子|局班子|本局)', '') AS place
FROM cadre.post_quota
