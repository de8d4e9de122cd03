"""`forecast`: make the forecast of what is served; only series whose history changed are computed anew."""

import argparse
import time

from data_access.forecasts.making import make_forecast
from data_access.home import chosen_workspace
from data_access.importing.updating import bring_up_to_date
from data_access.settings import current_settings


def add_to(chosen: "argparse._SubParsersAction[argparse.ArgumentParser]", data: argparse.ArgumentParser) -> None:
    command = chosen.add_parser("forecast", parents=[data], help="forecast usage twelve months ahead")
    command.add_argument("--quiet", action="store_true", help="say nothing but failures")
    command.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    started = time.perf_counter()

    def say(step: str, share: float) -> None:
        if not options.quiet:
            print(f"\r{step} {share:4.0%}   ", end="", flush=True)

    workspace, settings = chosen_workspace(options.data), current_settings()
    bring_up_to_date(workspace, settings)
    made = make_forecast(workspace, settings, say)
    if not options.quiet:
        seconds = time.perf_counter() - started
        said = (
            f"{made.series_count} series, {made.fitted_count} computed anew" if made.is_new else "nothing had changed"
        )
        print(f"\nForecast: {said}, {seconds:.1f} s.")
    return 0
