-- Customers alike in segment, country, account manager and team: the grain a viewer's scope narrows.
-- Grain: customer group.
create table groups as
select distinct group_id, segment, country, account_manager_id, account_manager, team
from customers
order by group_id
