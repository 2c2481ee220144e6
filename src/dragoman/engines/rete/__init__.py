"""durable_rules fires the rules: the engine of record.

plan    a program as a ruleset, within the subset that was measured to be safe
host    the only door to durable_rules
engine  one evaluation: facts in, firings out
"""
