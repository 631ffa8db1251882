"""`python -m peephole`."""

import sys
from os import path

if __name__ == "__main__":
    if not sys.flags.safe_path:
        # The command has its own directory there, not the current one: what lies about in that is
        # looked at, perhaps, and nothing of it imported.
        sys.path[0] = path.dirname(sys.executable)
    from peephole.cli import main

    sys.exit(main())
