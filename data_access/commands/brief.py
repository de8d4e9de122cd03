"""`brief --role ROLE`: what changed, why and what to do, as Markdown or HTML, for a mail or a chat."""

import argparse
import re
from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

from data_access.brief import brief
from data_access.commands.viewing import door_of
from data_access.home import chosen_workspace
from data_access.settings import current_settings
from domain.brief_sentences import Sentence
from domain.errors import BadInput
from domain.scope import Role, Viewer
from domain.wording import day

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()!|<>~$&])")
# What begins a list or a heading, when a sentence begins with a name from a file.
_BEGINS = re.compile(r"^(?:([#+-])|(\d+)([.)]))")
_TITLE = "CPOR Insights brief"


def add_to(chosen: "argparse._SubParsersAction[argparse.ArgumentParser]", data: argparse.ArgumentParser) -> None:
    command = chosen.add_parser("brief", parents=[data], help="what changed, why, and what to do")
    command.add_argument("--role", choices=[str(role) for role in Role], required=True)
    command.add_argument("--user", metavar="U", help="whose customers: an account_manager_id (default: CPOR_USER)")
    command.add_argument("--team", metavar="T", help="a sales lead's team (default: CPOR_TEAM)")
    command.add_argument("--format", choices=("md", "html"), default="md")
    command.add_argument(
        "--address", metavar="URL", default="http://localhost:8501", help="where the dashboard is, for the links"
    )
    command.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    settings = current_settings()
    role = Role(options.role)
    viewer = Viewer(options.user or settings.user, role, options.team or settings.team)
    if role is Role.ACCOUNT_MANAGER and not options.user and settings.role is not Role.ACCOUNT_MANAGER:
        raise BadInput("Whose brief? Name the account manager with --user, as the customers file spells the ID.")
    if role is Role.SALES_LEAD and viewer.team is None:
        raise BadInput("Which team's brief? Name it with --team, as the customers file spells it.")
    workspace = chosen_workspace(options.data)
    today = workspace.today(settings)
    said = brief(door_of(workspace), viewer, today)
    title = f"{_TITLE}, {role}, {day(today)}{' (sample data)' if workspace.is_sample else ''}"
    print(
        as_html(title, said, options.address) if options.format == "html" else as_markdown(title, said, options.address)
    )
    return 0


def as_markdown(title: str, said: Sequence[Sentence], address: str) -> str:
    """A heading and one item a sentence; names from files cannot become markup."""
    items = [f"- {_plain(one.sentence)} [Open]({_link(one, address)})" for one in said]
    return "\n".join([f"# {_plain(title)}", "", *items])


def as_html(title: str, said: Sequence[Sentence], address: str) -> str:
    """The same as a small page."""
    items = "".join(
        f'<li>{escape(one.sentence)} <a href="{escape(_link(one, address), quote=True)}">Open</a></li>\n'
        for one in said
    )
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title></head>\n'
        f"<body><h1>{escape(title)}</h1>\n<ul>\n{items}</ul></body></html>"
    )


def _plain(text: str) -> str:
    escaped = _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
    return _BEGINS.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", escaped)


def _link(one: Sentence, address: str) -> str:
    query = f"?{urlencode(one.parameters)}" if one.parameters else ""
    return f"{address.rstrip('/')}/{one.path.rsplit('/', 1)[-1]}{query}"
