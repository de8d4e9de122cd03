"""Does a block show its figure, or say why not, and leave the others standing?"""

from streamlit.testing.v1 import AppTest


def _states() -> None:
    import polars as pl

    from components.figures import movers
    from components.panel import panel, show
    from domain.errors import TooSlow, Unavailable
    from tests.components.answers import Given
    from tests.components.frames import CUSTOMERS

    with panel("Who moved?", "A note", stale="Earnings are late"):
        show(Given(CUSTOMERS), movers, key="good")
    with panel("Empty?"):
        show(Given(CUSTOMERS.clear()), movers, key="empty")
    with panel("Enough?"):
        show(Given(CUSTOMERS), movers, key="few", at_least=20)
    with panel("Slow?"):
        raise TooSlow("This took longer than 10 seconds; choose fewer months.")
    with panel("Nothing imported?"):
        raise Unavailable("Nothing is imported yet.")
    with panel("Broken?"):
        show(lambda: Given(pl.DataFrame({"x": [1]})), movers, key="broken")
    with panel("After?"):
        show(lambda: Given(CUSTOMERS), movers, key="after")


def test_every_state_is_said_in_its_own_block() -> None:
    at = AppTest.from_function(_states, default_timeout=30).run()
    assert not at.exception
    assert len(at.get("plotly_chart")) == 2
    infos = [box.value for box in at.info]
    assert infos[0].startswith("Nothing to show for these filters")
    assert infos[1].startswith("Not enough data")
    assert "Nothing is imported yet" in infos[2]
    assert "longer than 10 seconds" in at.warning[0].value
    assert "Reference" in at.warning[0].value
    assert "fault of ours" in at.error[0].value
    assert "Traceback" not in at.error[0].value


def test_the_title_is_a_heading_and_the_chart_has_words() -> None:
    at = AppTest.from_function(_states, default_timeout=30).run()
    assert "<h2>Who moved?</h2><p>A note</p>" in at.get("html")[0].proto.body
    assert "Earnings are late" in at.get("html")[0].proto.body
    assert at.get("plotly_chart")[0].proto.alt.startswith("Who moved? Bar chart")


def test_a_closed_table_sends_no_row() -> None:
    at = AppTest.from_function(_states, default_timeout=30).run()
    assert not at.dataframe
