"""What does the viewer see when something cannot be shown? A sentence, and a reference to the log; never a trace."""

import logging
import uuid
from collections.abc import Callable
from typing import ParamSpec

import streamlit as st

from components.words import plain
from domain.errors import InsightsError, NotAllowed, OutOfDate, Unavailable

_log = logging.getLogger("cpor.page")
_Given = ParamSpec("_Given")


def show_failure(error: Exception, *, what: str = "This") -> None:
    """A box in the place of what failed.

    An expected error brings its own sentence. Anything else is logged with its trace under the reference shown.
    """
    if isinstance(error, Unavailable | NotAllowed | OutOfDate):
        st.info(plain(error.sentence), icon=":material/info:")
        return
    reference = getattr(error, "reference", None) or uuid.uuid4().hex[:8]
    if isinstance(error, InsightsError):
        _log.warning("%s %s: %s", reference, type(error).__name__, error.sentence)
        st.warning(f"{plain(error.sentence)} Reference {reference}.", icon=":material/error:")
        return
    _log.error("%s unexpected failure", reference, exc_info=error)
    st.error(
        f"{plain(what)} could not be shown because of a fault of ours; the rest of the page is not affected. "
        f"Try again, or report reference {reference}.",
        icon=":material/error:",
    )


def guarded(callback: Callable[_Given, None]) -> Callable[_Given, None]:
    """A widget's callback whose refusal is said above the page: raised there, it would take the whole page away."""

    def guard(*given: _Given.args, **named: _Given.kwargs) -> None:
        try:
            callback(*given, **named)
        except Exception as error:  # noqa: BLE001 - nothing else stands between a callback and the viewer
            show_failure(error, what="What was asked for")

    return guard
