-- The facts' files are read while building; the snapshot keeps no name that leads back to them.
drop view usage_rows;
drop view customer_rows;
drop view licence_rows;
drop view sku_plan_rows;
drop view earning_rows;
drop view ineligible_rows;
drop view claim_rows;
drop table if exists usage_ranks;
drop table if exists customer_ranks;
drop table if exists licence_ranks;
drop table if exists sku_plan_ranks;
drop table if exists earning_ranks;
drop table if exists ineligible_ranks;
drop table if exists claim_ranks;
