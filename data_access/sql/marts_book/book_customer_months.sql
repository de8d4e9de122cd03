-- Every customer's associated workload users by month, by number: who moved most between two months is found by reading
-- those two, and no texts.
-- Grain: month x tenant_no.
create table book_customer_months as
select
    m.month,
    c.tenant_no,
    m.mau
from customer_months as m
inner join customers as c on m.tenant_id = c.tenant_id
where m.mau is not null
order by m.month
