-- After a month, which month did the source of this import deliver next?
-- Grain: import x month of its source.
create temp table import_deliveries as
select i.import_seq, s.month, s.next_month
from imports_live as i
inner join source_months as s on i.source = s.source
