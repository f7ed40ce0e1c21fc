SELECT *,
       CASE WHEN asked_day IS NOT NULL AND approved THEN asked_day ELSE limit_day END AS effective_day
FROM deferred
