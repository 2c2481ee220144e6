"""A rulebook: one report as data. Forms, the reader, and the checks that need no engine.

    folder of YAML -> load.read_rulebook -> forms.Rulebook (or a RulebookError with all mistakes)

The package knows the rule language and nothing of any report.
"""
