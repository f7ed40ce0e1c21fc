SELECT count(*) AS payments, min(pay_date) AS since FROM finance.payment_detail
