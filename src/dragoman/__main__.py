"""`python -m dragoman`."""

import os
import sys

try:
    from dragoman.cli import main
except KeyboardInterrupt:
    os._exit(130)  # Exit.INTERRUPTED, which is not loaded yet

sys.exit(main())
