"""How hard hypothesis looks: `ordinary` in every run; `pytest --hypothesis-profile=long` looks two hundred times as hard."""

import os

from hypothesis import settings

# No deadline: the first example of a rulebook pays for loading it, and two noisy cores make any limit a coin toss.
settings.register_profile("ordinary", max_examples=40, deadline=None)
settings.register_profile("long", max_examples=8_000, deadline=None)
settings.load_profile(os.environ.get("DRAGOMAN_PROFILE", "ordinary"))
