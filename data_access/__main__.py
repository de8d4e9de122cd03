"""What can be asked and done from the command line: `python -m data_access import | ask | questions | status`."""

import sys

from data_access.commands import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
