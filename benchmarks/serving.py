"""How is our dashboard served with ready frames? In its own process, the door replaced before the server starts.

python -m benchmarks.serving PORT DATA
"""

import sys

from streamlit.web import bootstrap

from benchmarks import ROOT
from benchmarks.ready_door import answer_from_memory


def main(words: list[str]) -> None:
    port, data = words
    answer_from_memory()
    options = {"server_port": int(port), "server_address": "127.0.0.1"}
    bootstrap.load_config_options(options)
    bootstrap.run(str(ROOT / "app.py"), False, ["--data", data], options)


if __name__ == "__main__":
    main(sys.argv[1:])
