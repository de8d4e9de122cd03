"""Does each figure show what its frame says, in its order, under its units?"""

from datetime import date

import polars as pl

from components import figures
from tests.components.frames import (
    BRIDGE,
    CELLS,
    CUSTOMERS,
    DEC,
    HISTORY,
    JAN,
    LADDER,
    MONEY,
    MONTHLY,
    NOV,
    OCT,
    PLAN,
    STATES,
    STEPS,
    TENANT,
)


def test_lines_keep_the_frames_order_and_their_family_colours() -> None:
    drawn = figures.growth_lines(MONTHLY, metric="mau")
    assert [trace.name for trace in drawn.data] == ["Exchange Online", "Intune"]
    assert [trace.line.color for trace in drawn.data] == ["#3865CC", "#13957B"]


def test_a_missing_month_and_a_null_are_both_gaps() -> None:
    exchange, intune = figures.growth_lines(MONTHLY, metric="mau").data
    assert list(exchange.x) == ["2026-10-01", "2026-11-01", "2026-12-01", "2027-01-01"]
    assert list(exchange.y) == [100, 120, None, 160]
    assert list(intune.y) == [40, None, 60, 70]


def test_lines_are_labelled_at_their_end_and_carry_the_unit() -> None:
    drawn = figures.growth_lines(MONTHLY, metric="usage_share")
    assert [note.text.split("> ")[1] for note in drawn.layout.annotations] == ["Exchange Online", "Intune"]
    assert drawn.layout.yaxis.title.text == "Usage %"
    assert drawn.layout.yaxis.tickformat == ".0%"
    assert not drawn.layout.showlegend


def test_two_workloads_of_one_family_differ_by_dash() -> None:
    both = pl.concat([MONTHLY, MONTHLY.with_columns(slice=pl.lit("SPO"))]).filter(pl.col("slice") != "INTUNE")
    one, other = figures.growth_lines(both, metric="mau").data
    assert one.line.color == other.line.color
    assert one.line.dash != other.line.dash


def test_the_bridge_adds_up() -> None:
    (falls,) = figures.usage_bridge(BRIDGE).data
    assert list(falls.y) == [100, 20, 10, -5, -15, 110]
    assert falls.y[0] + sum(falls.y[1:5]) == falls.y[5]
    assert list(falls.measure) == ["absolute", *["relative"] * 4, "absolute"]


def test_months_of_a_bridge_telescope() -> None:
    second = BRIDGE.with_columns(opening=pl.Series([110]), closing=pl.Series([120]))
    (falls,) = figures.usage_bridge(pl.concat([BRIDGE, second])).data
    assert list(falls.y) == [100, 40, 20, -10, -30, 120]


def test_money_keeps_its_cents_on_hover() -> None:
    (falls,) = figures.money_waterfall(STEPS).data
    assert list(falls.customdata) == ["$3,000.00", "\u2212$1,000.00", "$2,000.00"]


def test_a_cell_without_a_row_stays_empty() -> None:
    (cells,) = figures.workload_month_heatmap(CELLS).data
    assert [list(line) for line in cells.z] == [[0.25, None], [None, 1.2]]
    assert not cells.hoverongaps


def test_a_click_on_a_customers_cell_names_the_tenant() -> None:
    cells, clicks = figures.customer_workload_heatmap(CELLS).data
    assert list(cells.y) == ["Contoso"]
    assert [list(pick) for pick in clicks.customdata] == [[TENANT], [TENANT]]


def test_the_scatter_leaves_out_what_it_cannot_place() -> None:
    unplaced = CUSTOMERS.with_columns(pau=pl.Series([0, 50]))
    (bubbles,) = figures.portfolio_scatter(unplaced).data
    assert list(bubbles.x) == [50]
    assert figures.portfolio_scatter(unplaced.head(1)).layout.annotations[0].text.startswith("No customer has")


def test_names_from_files_are_text_in_figures() -> None:
    (bubbles,) = figures.portfolio_scatter(CUSTOMERS).data
    assert bubbles.text[0] == "&lt;b&gt;Contoso&lt;/b&gt;"
    drawn = figures.movers(CUSTOMERS)
    assert drawn.layout.yaxis.ticktext[0].startswith("&lt;b&gt;Contoso&lt;/b&gt;<br>")


def test_movers_are_signed_and_coloured_by_direction() -> None:
    drawn = figures.movers(CUSTOMERS)
    (bars,) = drawn.data
    assert [told for _, _, _, told in bars.customdata] == ["+120", "\u221280"]
    # Nothing is written left of a loss: on a telephone it would lie on the customers' names.
    assert list(bars.text) == ["+120", ""]
    assert [(label.text, label.x, label.xanchor) for label in drawn.layout.annotations] == [("\u221280", 0, "left")]
    assert bars.marker.color[0] != bars.marker.color[1]


def test_a_customers_history_has_line_steps_ceiling_band_and_date() -> None:
    drawn = figures.workload_histories(HISTORY)
    assert [trace.name for trace in drawn.data] == [
        "Forecast low (80%)",
        "Forecast high (80%)",
        "PAU",
        "Prior HWM",
        "Forecast MAU",
        "MAU",
    ]
    assert drawn.data[3].line.shape == "hv"
    assert list(drawn.data[4].y) == [None, 120, 130.0]
    assert [shape.x0 for shape in drawn.layout.shapes] == ["2026-11-05"]


def test_bullets_show_every_step_and_unknown_usage_as_no_bar() -> None:
    lane, bar, ticks = figures.milestone_bullets(LADDER, steps=(0.15, 0.4)).data
    assert list(lane.x) == [1, 1]
    assert list(bar.x) == [0.91, None]
    assert sorted(set(ticks.x)) == [0.15, 0.4]


def test_states_split_off_what_is_overdue() -> None:
    on_time, overdue = figures.state_bars(STATES).data
    assert list(on_time.x) == [4, 4]
    assert list(overdue.x) == [0, 2]
    assert list(overdue.text) == ["4", "6, 2 overdue"]


def test_unknown_earnings_are_said_and_differ_from_potential_by_more_than_colour() -> None:
    earned, potential = figures.earned_and_potential(MONEY).data
    assert [earned.name, potential.name] == ["Earned (reported)", "Potential (estimate)"]
    assert list(earned.text) == ["$1,234", "unknown"]
    assert potential.marker.pattern.shape == "/"


def test_money_reported_without_a_workload_has_a_bar_and_says_so() -> None:
    nameless = MONEY.head(1).with_columns(workload=pl.lit(None, pl.String)).drop("label", strict=False)
    assert list(figures.earned_and_potential(nameless).data[0].y) == ["No workload named"]


def test_the_outlook_names_what_it_has() -> None:
    drawn = figures.outlook(PLAN, metric="reported_usd")
    assert [trace.name for trace in drawn.data] == ["Low (80%)", "High (80%)", "Target", "Forecast", "Earned"]
    only = figures.outlook(PLAN.select("month", "reported_usd"), metric="reported_usd")
    assert [trace.name for trace in only.data] == ["Earned"]


def test_of_many_lines_those_that_end_highest_are_named() -> None:
    names = [f"Segment {at:02}" for at in range(12)]
    frame = pl.DataFrame(
        {
            "month": [month for _ in names for month in (OCT, NOV)],
            "slice": [name for name in names for _ in range(2)],
            "mau": [value for at in range(12) for value in (100 - at, at)],
        }
    )
    drawn = figures.growth_lines(frame, metric="mau", slice_by="segment")
    assert [note.text.split("> ")[1] for note in drawn.layout.annotations] == names[4:]
    quiet = [trace.name for trace in drawn.data if trace.line.width == 1]
    assert quiet == names[:4]


def test_incomplete_months_are_shaded_and_say_so() -> None:
    late = MONTHLY.with_columns(is_complete=pl.col("month") < JAN)
    (band,) = figures.growth_lines(late, metric="mau").layout.shapes
    assert (band.x0, band.label.text) == ("2026-12-01", "incomplete")
    assert not figures.growth_lines(MONTHLY, metric="mau").layout.shapes


def test_movers_say_why_and_leave_room_for_their_numbers() -> None:
    drawn = figures.movers(CUSTOMERS)
    low, high = drawn.layout.xaxis.range
    assert low < -80
    assert high > 120
    assert "Teams Phone rolled out" in drawn.layout.yaxis.ticktext[0]
    assert drawn.layout.yaxis.ticktext[1] == "Fabrikam"


def test_customers_of_one_name_keep_a_row_each() -> None:
    twins = CELLS.with_columns(tenant_id=pl.Series(["aaaa-1", "bbbb-2"]))
    cells, _ = figures.customer_workload_heatmap(twins).data
    assert list(cells.y) == ["Contoso aaaa", "Contoso bbbb"]


def test_an_axis_never_counts_in_thousandths() -> None:
    small = MONTHLY.with_columns(mau=pl.lit(0))
    assert figures.growth_lines(small, metric="mau").layout.yaxis.autorangeoptions.include == 5
    assert figures.growth_lines(MONTHLY, metric="usage_share").layout.yaxis.autorangeoptions.include is None


def test_no_month_is_named_twice_and_few_are_named() -> None:
    short = figures.growth_lines(MONTHLY.filter(pl.col("month") < JAN), metric="mau").layout.xaxis
    assert (short.dtick, short.tick0, short.tickformat) == ("M1", "2000-01-01", "%b\n%Y")
    year = pl.DataFrame({"month": pl.date_range(OCT, date(2027, 9, 1), "1mo", eager=True), "slice": "EXO", "mau": 1})
    assert figures.growth_lines(year, metric="mau").layout.xaxis.dtick == "M3"


def test_quarters_are_joined_by_a_line_and_named_by_their_months() -> None:
    quarters = pl.DataFrame({"month": [date(2026, 7, 1), OCT, JAN], "slice": ["EXO"] * 3, "new_units": [5, 7, 9]})
    drawn = figures.growth_lines(quarters, metric="new_units", is_quarterly=True)
    (line,) = drawn.data
    assert (line.mode, list(line.y)) == ("lines", [5, 7, 9])
    assert list(drawn.layout.xaxis.ticktext) == [
        "Jul\u2013Sep<br>2026",
        "Oct\u2013Dec<br>2026",
        "Jan\u2013Mar<br>2027",
    ]


def test_what_is_known_is_named_where_the_forecast_does_not_cover_it() -> None:
    rows = {"month": [OCT, NOV, DEC], "mau": [100, 120, None], "forecast": [None, 120, 130]}
    forecast, known = figures.outlook(pl.DataFrame(rows), metric="mau").layout.annotations
    assert (forecast.x, forecast.xanchor) == ("2026-12-01", "left")
    assert (known.x, known.xanchor, known.yanchor) == ("2026-11-01", "right", "bottom")
