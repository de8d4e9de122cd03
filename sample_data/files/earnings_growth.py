"""What does the "Earnings - Growth" export hold? The earning's columns repeat on every transaction row."""

from datetime import timedelta

import numpy as np
import polars as pl

from domain.periods import plus_months
from sample_data.book import Book
from sample_data.constants import OFFICE_MONTHS
from sample_data.files import earnings_default
from sample_data.files.columns import Cells, cells, customer_columns, repeated, subscription_ids
from sample_data.files.headers import header
from sample_data.skus import skus

FILE_NAME = "earnings_growth.csv"
HEADER = header("earnings_growth")

_ALSO_IN_DEFAULT = 60
"""Every so many rows of Earnings - Default are listed here again, with the same earningId and amount."""
_CENTS_PER_SEAT = 35
_CUSTOMER = {
    "tenant": "customerId",
    "name": "customerName",
    "partner": "participantId",
    "partner_name": "participantName",
}


def _quarters(book: Book) -> Cells:
    # Customers that earn a quarterly bonus, by the position of the quarter's last month.
    line = book.timeline
    seats = book.licences.seats.max(axis=1)
    earliest = max(line.first + 3, line.size - OFFICE_MONTHS)
    is_end = (line.calendar_months % 3 == 0) & (np.arange(line.size) >= earliest)
    earns = book.draws(27).chance(0.22, book.companies.size)
    return cells((seats[:, None, :] > 0) & earns[:, None, None] & is_end)


def _bonus_rows(book: Book) -> pl.DataFrame:
    quarter = _quarters(book)
    ids = book.draws(28).guids(quarter.count)
    biggest = np.argmax(book.licences.seats.max(axis=2), axis=1)
    seats = book.licences.seats[quarter.who, biggest[quarter.who], quarter.when]
    each = np.repeat(np.arange(quarter.count), 3)
    who, when = quarter.who[each], quarter.when[each]
    step = np.tile(np.arange(3), quarter.count) - 2
    month = when + step
    months = book.timeline.months
    ends = [plus_months(day, 1) - timedelta(days=1) for day in months]
    prices = np.array([sku.price for sku in skus()])[biggest[who]]
    usd = seats[each] * _CENTS_PER_SEAT / 100
    contract = who * len(skus()) + biggest[who]
    places = [place.country_code for place in book.companies.locations]
    return pl.DataFrame(
        {
            **customer_columns(book, who, _CUSTOMER),
            "earningAmount": usd,
            "earningAmountUSD": usd,
            "earningDate": repeated([f"{end}T00:00:00.000Z" for end in ends], when),
            "earningExchangeRate": pl.repeat("1.0000", len(who), eager=True),
            "earningId": repeated(ids, each),
            "earningRate": pl.repeat(_CENTS_PER_SEAT / 100, len(who), eager=True),
            "earningType": pl.repeat("REBATE", len(who), eager=True),
            "engagementId": pl.repeat("MWS-GROWTH", len(who), eager=True),
            "engagementName": pl.repeat("Modern Work quarterly seat growth", len(who), eager=True),
            "estimatedPaymentMonth": repeated([f"{plus_months(day, 2)}" for day in months], when),
            "lever": pl.repeat("Quarter over quarter growth", len(who), eager=True),
            "partnerCountryCode": repeated(places, who),
            "paymentStatus": np.where(when >= book.timeline.size - 2, "Upcoming", "Sent"),
            "subscriptionId": repeated(subscription_ids(book, len(skus())), contract),
            "totalTransactionAmountUSD": book.licences.seats[who, biggest[who], month] * prices,
            "transactionCurrency": pl.repeat("USD", len(who), eager=True),
            "transactionMonth": repeated(months, month).cast(pl.String),
        }
    )


def _rows_of_default(book: Book) -> pl.DataFrame:
    seen = earnings_default.rows(book).gather_every(_ALSO_IN_DEFAULT)
    renamed = seen.rename({"customerTenantId": "customerId"}).with_columns(
        pl.col("transactionDate").str.slice(0, 10).alias("transactionMonth"),
        pl.lit(0.0).alias("totalTransactionAmountUSD"),
    )
    once = renamed.select([name for name in HEADER if name in renamed.columns])
    return pl.concat([once, once])


def rows(book: Book) -> pl.DataFrame:
    """One chunk's rows: three months of every quarterly bonus, then earnings that Default lists as well."""
    return pl.concat([_bonus_rows(book), _rows_of_default(book)], how="diagonal_relaxed")
