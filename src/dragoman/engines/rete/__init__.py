"""durable_rules fires the rules: the engine of record.

names   what durable_rules gets to read: nothing that an author named
plan    a program as a ruleset, within the subset that was measured to be safe
host    the only door to durable_rules, to its C engine without its Python layer
engine  one evaluation: facts in, firings out
"""
