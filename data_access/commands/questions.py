"""`questions`: what can be asked, with what, and which columns come back."""

import argparse
import json

from data_access.questions import every_question


def add_to(chosen: "argparse._SubParsersAction[argparse.ArgumentParser]", data: argparse.ArgumentParser) -> None:
    command = chosen.add_parser("questions", parents=[data], help="list the questions")
    command.add_argument("--json", action="store_true", help="one object a question")
    command.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    for question in every_question().values():
        takes = [*question.parameters, "tenant", "workload", "start", "end_before"]
        if options.json:
            line = {
                "question": question.name,
                "answers": question.title,
                "takes": takes,
                "columns": list(question.columns),
            }
            print(json.dumps(line, ensure_ascii=False))
        else:
            print(f"{question.name:28} {question.title}")
    return 0
