"""`ask QUESTION [name=value ...]`: the same answers the pages show, for scripts and spreadsheets."""

import argparse
from datetime import date

from data_access import catalogue
from data_access.commands.viewing import command_viewer, door_of, print_frame
from data_access.contract import Parameter, tenant_parameter, workload_parameter
from data_access.home import chosen_workspace
from data_access.questions import question_named
from data_access.warehouse import Warehouse
from domain.errors import BadInput
from domain.scope import Scope, Viewer


def add_to(chosen: "argparse._SubParsersAction[argparse.ArgumentParser]", data: argparse.ArgumentParser) -> None:
    command = chosen.add_parser("ask", parents=[data], help="answer a question")
    command.add_argument("question", metavar="QUESTION")
    command.add_argument("parameters", nargs="*", metavar="name=value")
    command.add_argument("--format", choices=("table", "json", "csv"), default="table")
    command.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    question = question_named(options.question)
    given = dict(_pair(text) for text in options.parameters)
    warehouse, viewer = door_of(chosen_workspace(options.data)), command_viewer()
    scope = _scope(given, warehouse, viewer)
    answer = warehouse.ask(question, viewer=viewer, scope=scope, **given)
    print_frame(answer.frame, options.format)
    return 0


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise BadInput(f"“{text}” is not a parameter; expected name=value, for example start=2026-01.")
    return name, value


def _scope(given: dict[str, str], warehouse: Warehouse, viewer: Viewer) -> Scope:
    """What every ledger takes, out of the pairs: tenant, workload, start, end_before."""
    month = Parameter(date)
    tenant, workload = given.pop("tenant", None), given.pop("workload", None)
    return Scope(
        start=month.read("start", given.pop("start", None)),
        end_before=month.read("end_before", given.pop("end_before", None)),
        tenant=tenant_parameter(tenant) if tenant is not None else None,
        workloads=(workload_parameter(workload, _named(warehouse, viewer)),) if workload is not None else None,
    )


def _named(warehouse: Warehouse, viewer: Viewer) -> frozenset[str]:
    """The workloads this viewer's data holds; one that nobody named yet is its own code."""
    offered = warehouse.ask(catalogue.OPTIONS, viewer=viewer).frame
    return frozenset(value for kind, value in offered.select("kind", "value").rows() if kind == "workload")
