"""Partner Center "Earnings - Growth": the same earning on every transaction that led to it.

Source: Partner Center documentation, earnings reports, "Earnings - Growth". Amounts repeat per row: one row an
earningId is kept. Where Earnings - Default lists the same earning, its fuller row counts.
"""

from data_access.importing import spellings as s
from data_access.importing.kinds import Kind
from data_access.importing.layout import Column, Layout

LAYOUT = Layout(
    code="earnings_growth",
    title="Earnings - Growth",
    precedence=6,
    columns=(
        Column("earning_id", Kind.TEXT, ("earningId",), is_key=True),
        s.CUSTOMER,
        Column("customer_name", Kind.TEXT, ("customerName",)),
        Column("program", Kind.TEXT, ("programName",)),
        Column("engagement", Kind.TEXT, ("engagementName",)),
        Column("lever", Kind.TEXT, ("lever",)),
        Column("earning_type", Kind.TEXT, ("earningType",)),
        Column("participant_id", Kind.TEXT, ("participantId",)),
        Column("transaction_on", Kind.DATE, ("transactionMonth",), is_key=True),
        Column("earning_on", Kind.DATE, ("earningDate",)),
        Column("rate", Kind.RATE, ("earningRate",)),
        Column("amount", Kind.MONEY, ("earningAmount",)),
        Column("currency", Kind.TEXT, ("transactionCurrency",)),
        Column("amount_usd", Kind.MONEY, ("earningAmountUSD",)),
        Column("payment_status", Kind.TEXT, ("paymentStatus",)),
        Column("estimated_payment_on", Kind.DATE, ("estimatedPaymentMonth",)),
        Column("payment_id", Kind.TEXT, ("paymentId",)),
    ),
    recognised_by=(("earning_id",), ("amount", "amount_usd"), ("transaction_on",)),
    month_column="transaction_on",
    facts={"earning": "earnings_growth"},
)
