"""How good the rulebook's cases are."""
