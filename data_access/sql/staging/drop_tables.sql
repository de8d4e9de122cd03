-- Staging is rebuilt from the facts each time; the snapshot keeps only what pages ask for.
drop table usage_rows;
drop table customer_rows;
drop table licence_rows;
drop table sku_plan_rows;
drop table earning_rows;
drop table ineligible_rows;
