"""Rulebooks that ship with dragoman, as data: one folder for each report."""
