"""`python -m footlights` is the same as `footlights`."""

import sys

from footlights.cli import main

if __name__ == "__main__":
    sys.exit(main())
