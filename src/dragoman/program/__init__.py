"""The normal form of the rules: what every engine is given.

Rulebook -> normal.compile_program -> forms.Program
"""
