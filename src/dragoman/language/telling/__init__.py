"""From a clause to the facts that it tells, or to the reason why it tells none."""
