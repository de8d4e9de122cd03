"""Which formats are understood? One entry a module; order does not matter."""

from data_access.importing import (
    claims_list,
    cpor_usage,
    customers_export,
    earnings_default,
    earnings_growth,
    ems_usage,
    graph_copilot,
    graph_daily,
    graph_other,
    graph_services,
    graph_teams_users,
    graph_users,
    ineligible_usage,
    mapped_usage,
    office_usage,
    own_customers,
    sku_list,
    subscribed_skus,
    subscription_details,
    teams_usage,
    usage_analytics,
)
from data_access.importing.layout import Layout

LAYOUTS: tuple[Layout, ...] = (
    cpor_usage.LAYOUT,
    office_usage.LAYOUT,
    ems_usage.LAYOUT,
    teams_usage.LAYOUT,
    customers_export.LAYOUT,
    subscription_details.LAYOUT,
    subscribed_skus.LAYOUT,
    sku_list.LAYOUT,
    earnings_default.LAYOUT,
    earnings_growth.LAYOUT,
    ineligible_usage.LAYOUT,
    graph_services.LAYOUT,
    graph_users.LAYOUT,
    graph_teams_users.LAYOUT,
    graph_copilot.LAYOUT,
    graph_daily.LAYOUT,
    graph_other.LAYOUT,
    usage_analytics.LAYOUT,
    own_customers.LAYOUT,
    claims_list.LAYOUT,
    mapped_usage.LAYOUT,
)

_BY_CODE = {layout.code: layout for layout in LAYOUTS}


def layout_of(code: str) -> Layout:
    return _BY_CODE[code]
