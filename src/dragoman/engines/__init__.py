"""Engines: a program and the evidence in, a model and its firings out.

names    which there are; select: which of them fires
rete     durable_rules fires the rules; the engine of record
columns  the ground program on bits, for one situation or millions; needs no library
"""
