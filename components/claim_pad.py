"""How is what somebody types into a form kept as they go, and what happens when keeping it is refused?"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from threading import Lock
from typing import Any

import streamlit as st

from components.claim_values import as_day, as_given, as_iso, as_lines, changed, value_of
from components.words import plain
from domain.errors import InsightsError

Save = Callable[[Mapping[str, Any], int], int]
"""Keeps values against the revision they were read at; the new revision. Refuses with a sentence."""

_LIVE = "0.5s"


@dataclass
class _Held:
    values: dict[str, Any]
    revision: int
    begun_at: int
    trouble: str | None = None
    # A quick typist's next run begins while the run before is still saving.
    lock: AbstractContextManager[bool] = field(default_factory=Lock)


class Pad:
    """The widgets of one form. Whatever changes is saved at once; what could not be saved stays on screen."""

    def __init__(self, form_id: str, values: Mapping[str, Any], revision: int, save: Save) -> None:
        self.form_id = form_id
        self._save = save
        self._held: _Held = st.session_state.setdefault(f"pad/{form_id}", _Held(dict(values), revision, revision))
        with self._held.lock:
            self.is_behind = revision > self._held.revision

    @property
    def values(self) -> dict[str, Any]:
        """As typed, saved or not."""
        return self._held.values

    @property
    def trouble(self) -> str | None:
        """Why the last change could not be saved."""
        return self._held.trouble

    def forget(self) -> None:
        """Take up what is saved instead of what is on screen."""
        for key in [str(key) for key in st.session_state if str(key).startswith((f"{self.form_id}/", "pad/"))]:
            del st.session_state[key]

    def put(self, changes: Mapping[str, Any]) -> None:
        """Save several fields and show them; from a callback, before their widgets are drawn."""
        for name in changes:
            st.session_state.pop(self._key(name), None)
        self._keep(changes)

    def put_found(self, name: str, find: Callable[[], Any]) -> None:
        """Save what a search elsewhere finds; from a callback. What it refuses is said like a refused save."""
        try:
            found = find()
        except InsightsError as refused:
            self._held.trouble = refused.sentence
        else:
            self.put({name: found})

    def text(self, name: str, label: str, wrong: Mapping[str, str], *, hint: str = "", note: str | None = None) -> None:
        def draw(key: str, on_change: Callable[[], None]) -> str | None:
            return st.text_input(
                label, key=key, on_change=on_change, live=_LIVE, max_chars=400, placeholder=hint, help=note
            )

        self._ask(name, str(value_of(self.values, name) or ""), draw, wrong, lambda text: text or "")

    def lines(self, name: str, label: str, wrong: Mapping[str, str], *, hint: str = "") -> None:
        """A list, one entry a line."""

        def draw(key: str, on_change: Callable[[], None]) -> str | None:
            return st.text_area(label, key=key, on_change=on_change, placeholder=hint)

        self._ask(name, "\n".join(value_of(self.values, name) or ()), draw, wrong, as_lines)

    def tick(self, name: str, label: str, *, note: str | None = None) -> None:
        def draw(key: str, on_change: Callable[[], None]) -> bool:
            return st.checkbox(label, key=key, on_change=on_change, help=note)

        self._ask(name, bool(value_of(self.values, name)), draw, {})

    def day(self, name: str, label: str, latest: date, wrong: Mapping[str, str], *, note: str | None = None) -> None:
        def draw(key: str, on_change: Callable[[], None]) -> date | None:
            return st.date_input(label, key=key, on_change=on_change, max_value=latest, help=note, width=240)

        self._ask(name, as_day(value_of(self.values, name), latest), draw, wrong, as_iso)

    def choose(
        self, name: str, label: str, options: Mapping[str, str], wrong: Mapping[str, str], *, note: str = ""
    ) -> None:
        def draw(key: str, on_change: Callable[[], None]) -> str | None:
            return st.selectbox(
                label,
                list(options),
                format_func=lambda code: options[code],
                index=None,
                key=key,
                on_change=on_change,
                placeholder="Choose",
                help=note or None,
            )

        given = value_of(self.values, name)
        self._ask(name, given if given in options else None, draw, wrong)

    def choose_some(self, name: str, label: str, options: Mapping[str, str], wrong: Mapping[str, str]) -> None:
        def draw(key: str, on_change: Callable[[], None]) -> list[str]:
            return st.multiselect(
                label,
                list(options),
                format_func=lambda code: options[code],
                key=key,
                on_change=on_change,
                placeholder="Choose",
            )

        self._ask(name, [code for code in value_of(self.values, name) or () if code in options], draw, wrong, list)

    def sentence(self, name: str, wrong: Mapping[str, str]) -> None:
        """What is wrong with a field, in words; quiet while it is merely empty."""
        if name not in wrong:
            return
        if value_of(self.values, name):
            st.markdown(f":red[:material/error: {plain(wrong[name])}]")
        else:
            st.markdown(f":small[:gray[{plain(wrong[name])}]]")

    def _key(self, name: str) -> str:
        # By what was taken up: what a browser still sends of the fields before is meant for fields that are gone.
        return f"{self.form_id}/{self._held.begun_at}/{name}"

    def _ask(
        self,
        name: str,
        saved: Any,
        draw: Callable[[str, Callable[[], None]], Any],
        wrong: Mapping[str, str],
        read: Callable[[Any], Any] = as_given,
    ) -> None:
        """Draw a field with what is saved of it. `read` makes of a widget's value what is kept."""
        st.session_state.setdefault(self._key(name), saved)
        on_screen = read(draw(self._key(name), partial(self._typed, name, read)))
        if not self.is_behind and on_screen != read(saved):
            # Its callback was lost when one run overtook another: what is on screen is what counts.
            self._keep({name: on_screen})
            st.rerun()
        self.sentence(name, wrong)

    def _typed(self, name: str, read: Callable[[Any], Any]) -> None:
        if self._key(name) in st.session_state:
            # Otherwise the step it stood on was left in the meantime; its value was saved then.
            self._keep({name: read(st.session_state[self._key(name)])})

    def _keep(self, changes: Mapping[str, Any]) -> None:
        if "solution_area" in changes:
            st.session_state.pop(self._key("role"), None)
        with self._held.lock:
            for name, value in changes.items():
                self._held.values = changed(self._held.values, name, value)
            try:
                self._held.revision = self._save(self._held.values, self._held.revision)
            except InsightsError as refused:
                self._held.trouble = refused.sentence
            else:
                self._held.trouble = None


def said_of_saving(pad: Pad, saved_by: str, saved_at: datetime) -> None:
    """Is everything typed kept, and by whom was it kept last?"""
    if pad.is_behind:
        st.warning("This form was saved in another window since. Take that up before going on.", icon=":material/sync:")
        st.button("Take up what was saved", on_click=pad.forget)
    elif pad.trouble:
        st.warning(f"Not saved: {plain(pad.trouble)}", icon=":material/error:")
    else:
        st.caption(f":material/cloud_done: Saved by {plain(saved_by)} on {saved_at:%d %b %Y, %H:%M} UTC")
