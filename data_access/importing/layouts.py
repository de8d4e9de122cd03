"""Which formats are understood? One entry a module; order does not matter."""

from data_access.importing import cpor_usage, office_usage, own_customers
from data_access.importing.layout import Layout

LAYOUTS: tuple[Layout, ...] = (
    cpor_usage.LAYOUT,
    office_usage.LAYOUT,
    own_customers.LAYOUT,
)


def layout_of(code: str) -> Layout:
    return next(layout for layout in LAYOUTS if layout.code == code)
