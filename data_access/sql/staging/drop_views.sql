-- The facts' files are read while building; the snapshot keeps no name that leads back to them.
drop view usage_rows;
drop view customer_rows;
drop view licence_rows;
drop view sku_plan_rows;
drop view earning_rows;
drop view ineligible_rows;
drop view claim_rows;
