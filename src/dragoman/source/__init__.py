"""Text from outside becomes nodes that know their place: YAML, JSON, names, numbers, dates.

Nothing here knows what a rulebook or a fact is.
"""
