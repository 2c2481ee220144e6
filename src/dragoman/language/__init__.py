"""Plain English, read and said by one grammar, which the rulebook alone drives."""
