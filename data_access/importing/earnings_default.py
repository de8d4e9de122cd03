"""Partner Center "Earnings - Default": what does Microsoft say we earned?

Source: Partner Center documentation, earnings reports, "Earnings - Default" (formerly transaction history). The
order of its hundred columns is undocumented and new ones are added, so columns match by name.
"""

from data_access.importing import spellings as s
from data_access.importing.kinds import Kind
from data_access.importing.layout import Column, Layout

LAYOUT = Layout(
    code="earnings_default",
    title="Earnings - Default",
    precedence=5,
    columns=(
        Column("earning_id", Kind.TEXT, ("earningId",), is_key=True),
        Column("claim_id", Kind.TEXT, ("claimId",)),
        s.CUSTOMER,
        Column("customer_name", Kind.TEXT, ("customerName",)),
        Column("workload_name", Kind.TEXT, ("workload",)),
        Column("program", Kind.TEXT, ("programName",)),
        Column("engagement", Kind.TEXT, ("engagementName",)),
        Column("lever", Kind.TEXT, ("lever",)),
        Column("earning_type", Kind.TEXT, ("earningType",)),
        Column("participant_id", Kind.TEXT, ("participantId",)),
        Column("transaction_on", Kind.DATE, ("transactionDate",)),
        Column("earning_on", Kind.DATE, ("earningDate",)),
        Column("calculated_on", Kind.DATE, ("calculationDate",)),
        Column("quantity", Kind.MONEY, ("quantity",)),
        Column("quantity_type", Kind.TEXT, ("quantityType",)),
        Column("quantity_alt", Kind.MONEY, ("quantityAlt",)),
        Column("quantity_alt_type", Kind.TEXT, ("quantityAltType",)),
        Column("baseline", Kind.MONEY, ("baseline",)),
        Column("baseline_type", Kind.TEXT, ("baselineType",)),
        Column("compensable_units", Kind.MONEY, ("compensableUnits",)),
        Column("rate", Kind.RATE, ("earningRate",)),
        Column("amount", Kind.MONEY, ("earningAmount",)),
        Column("currency", Kind.TEXT, ("transactionCurrency",)),
        Column("amount_usd", Kind.MONEY, ("earningAmountUSD",)),
        Column("payment_status", Kind.TEXT, ("paymentStatus",)),
        Column("estimated_payment_on", Kind.DATE, ("estimatedPaymentMonth", "Maturity month")),
        Column("payment_id", Kind.TEXT, ("paymentId",)),
        Column("reason_code", Kind.TEXT, ("reasonCode",)),
        Column("milestone", Kind.TEXT, ("milestone",)),
    ),
    recognised_by=(
        ("earning_id",),
        ("amount", "amount_usd"),
        ("transaction_on", "earning_on"),
    ),
    never_with=("transactionMonth",),
    as_of_column="calculated_on",
    month_column="transaction_on",
    facts={"earning": "earnings_default"},
)
