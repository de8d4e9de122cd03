"""What does "Ineligible revenue usage details" hold? Usage that earned nothing, and a code that says why."""

from datetime import timedelta

import numpy as np
import polars as pl

from domain.periods import plus_months
from sample_data.book import Book
from sample_data.constants import OFFICE_MONTHS
from sample_data.draws import Flags
from sample_data.files.columns import cells, customer_columns, repeated
from sample_data.files.earnings_default import ENGAGEMENT
from sample_data.files.headers import header
from sample_data.growth_rules import payout
from sample_data.workloads import behaviours

FILE_NAME = "ineligible_usage.csv"
HEADER = header("ineligible_usage")

_CUSTOMER = {
    "tenant": "customerId",
    "name": "customerName",
    "partner": "partnerId",
    "partner_name": "partnerName",
}


def _reason_rows(book: Book, code: str, refused: Flags, purpose: int) -> pl.DataFrame:
    line = book.timeline
    is_recent = np.arange(line.size) >= max(line.first, line.size - OFFICE_MONTHS)
    at = cells(refused & is_recent)
    ends = [f"{plus_months(month, 1) - timedelta(days=1)}T00:00:00.000Z" for month in line.months]
    who = customer_columns(book, at.who, _CUSTOMER)
    places = [place.country_code for place in book.companies.locations]
    # Some records name the customer by its top parent: those cannot be joined to a tenant.
    by_parent = book.draws(50 + purpose).chance(0.01, at.count)
    parents = customer_columns(book, at.who, {"tpid": "customerId"})["customerId"]
    who["customerId"] = pl.select(pl.when(pl.Series(by_parent)).then(parents).otherwise(who["customerId"])).to_series()
    return pl.DataFrame(
        {
            **who,
            "compensableUnits": pl.repeat(0, at.count, eager=True),
            "customerIdType": np.where(by_parent, "TPID", "TenantID"),
            "earningParticipantId": who["partnerId"],
            "earningParticipantIdType": pl.repeat("MPNID", at.count, eager=True),
            "earningParticipantName": who["partnerName"],
            "engagementName": pl.repeat(ENGAGEMENT, at.count, eager=True),
            "partnerAssociation": pl.repeat("CPOR", at.count, eager=True),
            "partnerCountryCode": repeated(places, at.who),
            "partnerRole": pl.repeat("Use or consume", at.count, eager=True),
            "productFamily": pl.repeat("Microsoft 365", at.count, eager=True),
            "reason": pl.repeat(code, at.count, eager=True),
            "transactionAmountUSD": pl.repeat(0, at.count, eager=True),
            "transactionDate": repeated(ends, at.when),
            "unearnedId": book.draws(60 + purpose).guids(at.count),
            "quantity": at.of(book.usage.mau),
            "quantityType": pl.repeat("MAU", at.count, eager=True),
            "quantityAlt": at.of(book.licences.paid),
            "quantityAltType": pl.repeat("PAU", at.count, eager=True),
            "solutionArea": pl.repeat("Modern Work and Security", at.count, eager=True),
            "workload": repeated([row.earnings_name for row in behaviours()], at.what),
        }
    )


def rows(book: Book) -> pl.DataFrame:
    """One chunk's rows of the last 13 months; a month refused for two reasons has two rows."""
    reasons = payout(book).reasons.items()
    frames = [_reason_rows(book, code, refused, at) for at, (code, refused) in enumerate(reasons)]
    return pl.concat(frames, how="vertical_relaxed")
