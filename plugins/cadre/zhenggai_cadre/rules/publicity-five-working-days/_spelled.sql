SELECT *,
       regexp_extract(norm_text(text),
         '([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日[^0-9]{0,8}?(?:至|到|-|—|~)(?:([0-9]{4})年)?(?:([0-9]{1,2})月)?([0-9]{1,2})日',
         ['y', 'm', 'd', 'y2', 'm2', 'd2']) AS span
FROM cadre.publicity_notices
