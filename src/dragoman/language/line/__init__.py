"""A sentence with all that is found in it before any phrase is tried: marks, names, figures, slips, whose word it is."""
