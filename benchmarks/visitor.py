"""What does a browser ask of the server, and how long until the answer is complete?

A session over the real WebSocket with Streamlit's own messages: the server cannot tell it from a browser, and none
of a browser's drawing falls on the processor that is measured. Like a browser it names the large messages it still
holds, which the server then does not send again.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

_LONGEST_RUN_SECONDS = 60.0


@dataclass(slots=True)
class Run:
    """One run of the script as the visitor saw it.

    `numbers` counts cards of the KPI row; `failures` are the boxes of blocks that could not be
    shown: they give a reference to the log.
    """

    seconds: float = 0.0
    bytes_received: int = 0
    numbers: int = 0
    elements: dict[str, int] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)


class Visitor:
    """One session. Widgets keep what they were set to, as in a browser."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._page_hash = ""
        self._held: list[str] = []
        self._choices: dict[str, Sequence[str]] = {}
        self._buttons: dict[str, str] = {}

    async def open(self, page: str = "", query: Mapping[str, str] | None = None) -> Run:
        """Open a page by its name in the address."""
        return await self._run(page, query or {}, by_name=True)

    async def again(self, query: Mapping[str, str] | None = None) -> Run:
        """Run the open page again."""
        return await self._run("", query or {})

    async def choose(self, label: str, option: str) -> Run:
        """Click an option of the segmented control with this label."""
        self._choices[self._buttons[label]] = (option,)
        return await self._run("", {})

    async def _run(self, page: str, query: Mapping[str, str], *, by_name: bool = False) -> Run:
        asked = BackMsg()
        rerun = asked.rerun_script
        rerun.query_string = "&".join(f"{name}={value}" for name, value in query.items())
        if by_name:
            rerun.page_name = page
        else:
            rerun.page_script_hash = self._page_hash
        rerun.cached_message_hashes.extend(self._held)
        rerun.context_info.url = f"http://127.0.0.1/{page}"
        for widget, chosen in self._choices.items():
            rerun.widget_states.widgets.add(id=widget).string_array_value.data.extend(chosen)
        run, started = Run(), time.perf_counter()
        await self._connection.send(asked.SerializeToString())
        async with asyncio.timeout(_LONGEST_RUN_SECONDS):
            while not await self._received(run):
                pass
        run.seconds = time.perf_counter() - started
        return run

    async def _received(self, run: Run) -> bool:
        """Take one message; whether it was the last of a run that was not cut short for another."""
        data = await self._connection.recv(decode=False)
        message = ForwardMsg.FromString(data)
        run.bytes_received += len(data)
        kind = message.WhichOneof("type")
        if kind == "navigation":
            self._page_hash = message.navigation.page_script_hash
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._note(message, run)
        return kind == "script_finished" and bool(message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY)

    def _note(self, message: ForwardMsg, run: Run) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type") or ""
        run.elements[kind] = run.elements.get(kind, 0) + 1
        if message.metadata.cacheable and message.hash not in self._held:
            self._held = [*self._held[-50:], message.hash]
        if kind == "html":
            run.numbers += element.html.body.count('class="cpor-kpi-value"')
        elif kind == "button_group":
            self._buttons[element.button_group.label] = element.button_group.id
        elif kind == "exception":
            run.failures.append(element.exception.message)
        elif kind == "alert" and "reference" in element.alert.body.lower():
            run.failures.append(element.alert.body)


@asynccontextmanager
async def visitor(address: str) -> AsyncIterator[Visitor]:
    """A session with the server at `address`, closed with the block."""
    options: dict[str, Any] = {"subprotocols": ["streamlit"], "max_size": None, "proxy": None}
    async with connect(f"ws://{address}/_stcore/stream", **options) as connection:
        yield Visitor(connection)
