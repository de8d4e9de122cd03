"""What does the "Earnings - Default" export hold? One row per earning, the fullest header of them all."""

from datetime import timedelta

import numpy as np
import polars as pl

from domain.periods import plus_months
from sample_data.book import Book
from sample_data.claims import claim_id
from sample_data.draws import Ints
from sample_data.earnings import Difference, Reported, reported
from sample_data.files.columns import customer_columns, repeated
from sample_data.files.headers import header
from sample_data.workloads import behaviours, column

FILE_NAME = "earnings_default.csv"
HEADER = header("earnings_default")

ENGAGEMENT = "Modern Work and Security usage"
USD_PER_EUR = 1.085

_CUSTOMER = {
    "tenant": "customerTenantId",
    "name": "customerName",
    "country": "customerCountry",
    "partner": "participantId",
    "partner_name": "participantName",
}
_STATUS = {
    "Unprocessed": "Earned, waiting for the payment cycle",
    "Upcoming": "Payment order made",
    "Sent": "Paid to the bank",
    "Failed": "Payment failed, retried by Microsoft",
    "Pending tax invoice": "Waiting for a valid tax invoice",
}


def _statuses(book: Book, rows: Reported) -> list[str]:
    age = book.timeline.size - 1 - rows.at.when
    trouble = book.draws(24).pick([0.97, 0.015, 0.015], rows.at.count)
    paid = np.array(["Sent", "Failed", "Pending tax invoice"])[trouble]
    status = np.where(age == 0, "Unprocessed", np.where((age == 1) | rows.is_coop, "Upcoming", paid))
    listed: list[str] = status.tolist()
    return listed


def _days(book: Book, when: Ints, shift: int, day: int, time: str) -> pl.Series:
    # Moments in the month `shift` months later; day 0 is the last day of the month before.
    months = [plus_months(month, shift) for month in book.timeline.months]
    moments = [f"{month + timedelta(days=day - 1):%Y-%m-%d}T{time}.000Z" for month in months]
    return repeated(moments, when)


def _claim_ids(book: Book, rows: Reported) -> pl.Series:
    first = book.companies.first_index
    ids = [claim_id(first + who, wave) for who in range(book.companies.size) for wave in range(3)]
    known = repeated(ids, rows.at.who * 3 + book.claims.wave[rows.at.who, rows.at.what])
    return _unless_unknown(rows, known, "99" + known)


def _unless_unknown(rows: Reported, known: pl.Series, otherwise: pl.Series) -> pl.Series:
    is_unknown = pl.Series(rows.differences == Difference.UNKNOWN_CLAIM)
    return pl.select(pl.when(is_unknown).then(otherwise).otherwise(known)).to_series()


def rows(book: Book) -> pl.DataFrame:
    """One chunk's rows; usage month = month of transactionDate, the earning is dated to that month's end."""
    report = reported(book)
    at = report.at
    who = customer_columns(book, at.who, _CUSTOMER)
    strangers = pl.Series(book.draws(25).guids(at.count), dtype=pl.String)
    who["customerTenantId"] = _unless_unknown(report, who["customerTenantId"], strangers)
    who["customerName"] = _unless_unknown(report, who["customerName"], pl.repeat(None, at.count, eager=True))
    status = _statuses(book, report)
    usd = report.cents / 100
    is_late = report.differences == Difference.RECALCULATED
    earned = pl.select(
        pl.when(pl.Series(is_late))
        .then(_days(book, at.when, 2, 0, "00:00:00"))
        .otherwise(_days(book, at.when, 1, 0, "00:00:00"))
    ).to_series()
    due = _days(book, at.when, 2, 1, "00:00:00")
    locations = book.companies.locations
    return pl.DataFrame(
        {
            **who,
            "baseline": report.prior_mark,
            "baselineType": pl.repeat("HWM", at.count, eager=True),
            "calculationDate": _days(book, at.when, 1, 12, "02:10:00"),
            "claimId": _claim_ids(book, report),
            "compensableUnits": report.units,
            "earningAmount": np.where(report.is_in_euro, np.rint(usd / USD_PER_EUR * 100) / 100, usd),
            "earningAmountUSD": usd,
            "earningDate": earned,
            "earningExchangeRate": np.where(report.is_in_euro, f"{USD_PER_EUR:.4f}", "1.0000"),
            "earningId": book.draws(26).guids(at.count),
            "earningParticipantId": who["participantId"],
            "earningParticipantName": who["participantName"],
            "earningParticipantIdType": pl.repeat("MPNID", at.count, eager=True),
            "earningRate": column("rate_cents")[at.what] / 100,
            "earningType": np.where(report.is_coop, "COOP", "REBATE"),
            "engagementId": pl.repeat("MWS-USAGE", at.count, eager=True),
            "engagementName": pl.repeat(ENGAGEMENT, at.count, eager=True),
            "estimatedPaymentMonth": due,
            "exchangeRateDate": _days(book, at.when, 1, 1, "00:00:00"),
            "lever": pl.repeat("Usage growth above high-water mark", at.count, eager=True),
            "Maturity month": due,
            "participantIdType": pl.repeat("MPNID", at.count, eager=True),
            "partnerAssociation": pl.repeat("CPOR", at.count, eager=True),
            "partnerCountryCode": repeated([location.country_code for location in locations], at.who),
            "partnerRole": pl.repeat("Use or consume", at.count, eager=True),
            "paymentId": np.where(np.array(status) == "Sent", 50_000_000 + at.when * 10, 0),
            "paymentStatus": status,
            "paymentStatusDescription": [_STATUS[name] for name in status],
            "programName": pl.repeat("Microsoft Commerce Incentives", at.count, eager=True),
            "quantity": at.of(book.usage.mau),
            "quantityType": pl.repeat("MAU", at.count, eager=True),
            "quantityAlt": at.of(book.licences.paid),
            "quantityAltType": pl.repeat("PAU", at.count, eager=True),
            "reasonCode": pl.select(pl.when(pl.Series(is_late)).then(pl.lit("Recalculation"))).to_series(),
            "solutionArea": pl.repeat("Modern Work and Security", at.count, eager=True),
            "transactionCurrency": np.where(report.is_in_euro, "EUR", "USD"),
            "transactionDate": _days(book, at.when, 0, 1, "00:00:00"),
            "workload": repeated([row.earnings_name for row in behaviours()], at.what),
        }
    ).with_columns(pl.when(pl.col("paymentId") > 0).then("paymentId"))
