"""What can be chosen: the scope bar's options and the customer search."""

import polars as pl

from data_access.contract import Parameter, Question

OPTIONS = Question("catalogue/options", columns={"kind": pl.String, "value": pl.String, "label": pl.String})

CUSTOMERS = Question(
    "catalogue/customers",
    columns={"tenant_id": pl.String, "name": pl.String, "domain": pl.String},
    parameters={"search": Parameter(str)},
)

PEOPLE = Question("catalogue/people", columns={"kind": pl.String, "value": pl.String, "label": pl.String})
