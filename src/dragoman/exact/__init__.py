"""Exact answers about one situation: why not, what if, what would flip it, what to ask next, how robust it is.

Everything here is a pure function from an evaluation to a form. Nothing prints, and whatever is found is found by
looking at every possible world that the question allows, never by trying some.
"""
