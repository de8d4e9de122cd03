"""How is what somebody types into a form kept as they go, and what happens when keeping it is refused?"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from threading import Lock
from typing import Any

import streamlit as st

from components.claim_values import changed, value_of
from components.words import plain
from domain.errors import InsightsError

Save = Callable[[Mapping[str, Any], int], int]
"""Keeps values against the revision they were read at; the new revision. Refuses with a sentence."""

_LIVE = "0.5s"


@dataclass
class _Held:
    values: dict[str, Any]
    revision: int
    trouble: str | None = None
    # A quick typist's next run begins while the run before is still saving.
    lock: AbstractContextManager[bool] = field(default_factory=Lock)


class Pad:
    """The widgets of one form. Whatever changes is saved at once; what could not be saved stays on screen."""

    def __init__(self, form_id: str, values: Mapping[str, Any], revision: int, save: Save) -> None:
        self.form_id = form_id
        self._save = save
        self._held: _Held = st.session_state.setdefault(f"pad/{form_id}", _Held(dict(values), revision))
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
        self._seed(name, str(value_of(self.values, name) or ""))
        shown = st.text_input(
            label,
            key=self._key(name),
            live=_LIVE,
            max_chars=400,
            placeholder=hint,
            help=note,
            on_change=self._typed,
            args=(name,),
        )
        if not self.is_behind and (shown or "") != str(value_of(self.values, name) or ""):
            # Its callback was lost when one run overtook another: what is on screen is what counts.
            self._keep({name: shown or ""})
        self.sentence(name, wrong)

    def lines(self, name: str, label: str, wrong: Mapping[str, str], *, hint: str = "") -> None:
        """A list, one entry a line."""
        self._seed(name, "\n".join(value_of(self.values, name) or ()))
        st.text_area(
            label,
            key=self._key(name),
            placeholder=hint,
            on_change=self._typed,
            args=(name, lambda text: [line for line in text.splitlines() if line.strip()]),
        )
        self.sentence(name, wrong)

    def tick(self, name: str, label: str, *, note: str | None = None) -> None:
        self._seed(name, bool(value_of(self.values, name)))
        st.checkbox(label, key=self._key(name), help=note, on_change=self._typed, args=(name,))

    def day(self, name: str, label: str, latest: date, wrong: Mapping[str, str], *, note: str | None = None) -> None:
        self._seed(name, _date_of(value_of(self.values, name), latest))
        st.date_input(
            label, max_value=latest, key=self._key(name), help=note, on_change=self._typed, args=(name, _iso), width=240
        )
        self.sentence(name, wrong)

    def choose(
        self, name: str, label: str, options: Mapping[str, str], wrong: Mapping[str, str], *, note: str = ""
    ) -> None:
        given = value_of(self.values, name)
        self._seed(name, given if given in options else None)
        st.selectbox(
            label,
            list(options),
            format_func=lambda code: options[code],
            index=None,
            key=self._key(name),
            placeholder="Choose",
            help=note or None,
            on_change=self._typed,
            args=(name,),
        )
        self.sentence(name, wrong)

    def choose_some(self, name: str, label: str, options: Mapping[str, str], wrong: Mapping[str, str]) -> None:
        given = value_of(self.values, name) or ()
        self._seed(name, [code for code in given if code in options])
        st.multiselect(
            label,
            list(options),
            format_func=lambda code: options[code],
            key=self._key(name),
            placeholder="Choose",
            on_change=self._typed,
            args=(name,),
        )
        self.sentence(name, wrong)

    def sentence(self, name: str, wrong: Mapping[str, str]) -> None:
        """What is wrong with a field, in words; quiet while it is merely empty."""
        if name not in wrong:
            return
        if value_of(self.values, name):
            st.markdown(f":red[:material/error: {plain(wrong[name])}]")
        else:
            st.markdown(f":small[:gray[{plain(wrong[name])}]]")

    def _key(self, name: str) -> str:
        return f"{self.form_id}/{name}"

    def _seed(self, name: str, value: Any) -> None:
        st.session_state.setdefault(self._key(name), value)

    def _typed(self, name: str, read: Callable[[Any], Any] | None = None) -> None:
        if self._key(name) not in st.session_state:
            # The step it stood on was left in the meantime; its value was saved then.
            return
        value = st.session_state[self._key(name)]
        if name == "solution_area":
            st.session_state.pop(self._key("role"), None)
        self._keep({name: read(value) if read else value})

    def _keep(self, changes: Mapping[str, Any]) -> None:
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


def _iso(on: date | None) -> str | None:
    return on.isoformat() if on else None


def _date_of(value: Any, latest: date) -> date | None:
    try:
        found = date.fromisoformat(str(value))
    except ValueError:
        return None
    return min(found, latest)
