"""Under which filters and as of when was this page drawn? Every export carries it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlencode

import streamlit as st

from domain.metrics import explained, known_metrics, metric

_STATE = "_provenance"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Sentences for the head of an export: scope and as-of in words; `link` leads back to the same view."""

    scope: str = ""
    as_of: str = ""
    link: str = ""
    is_sample: bool = field(default=False)

    def lines(self, title: str, columns: Iterable[str]) -> tuple[str, ...]:
        """The head of an export, line by line, with the definition of every metric among its columns."""
        said = [
            title,
            "SAMPLE DATA" if self.is_sample else "",
            f"Filters: {self.scope}" if self.scope else "",
            f"As of: {self.as_of}" if self.as_of else "",
            f"View: {self.link}" if self.link else "",
        ]
        catalogue = known_metrics()
        said += [f"{name}: {metric(name).label}. {explained(name)}" for name in columns if name in catalogue]
        return tuple(line for line in said if line)


def address() -> str:
    """This view's address, parameters included."""
    here = (st.context.url or "").partition("?")[0]
    parameters = urlencode([(key, one) for key in st.query_params for one in st.query_params.get_all(key)])
    return f"{here}?{parameters}" if here and parameters else here


def remember(provenance: Provenance) -> None:
    """Keep it for the exports of this run; the frame calls it before the page runs."""
    st.session_state[_STATE] = provenance


def remembered() -> Provenance:
    """What the frame kept, or nothing outside the frame."""
    found = st.session_state.get(_STATE)
    return found if isinstance(found, Provenance) else Provenance()
