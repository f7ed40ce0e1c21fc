-- Certain: the payment names the purchase or the contract.
SELECT contract.number,
       payment._row,
       payment.pay_date,
       payment.amount,
       contains(payment.purpose, '进度款') AS progress
FROM purchase
JOIN contract ON contract.number = purchase.number
JOIN finance.payment_detail AS payment ON norm_text(payment.procurement_id) = norm_text(purchase.purchase_no)
UNION
SELECT contract.number,
       payment._row,
       payment.pay_date,
       payment.amount,
       contains(payment.purpose, '进度款')
FROM contract
JOIN finance.payment_detail AS payment ON norm_name(payment.payee) = norm_name(contract.supplier)
WHERE contains(norm_text(payment.purpose), contract.number)
