"""The oracle: what a rulebook concludes from a situation, by the slowest and plainest way there is.

Written from the design (sections 3 and 4), not from the code, and sharing no code with what it judges: of the
package it uses the forms of what was read (`Rulebook`, `Said`), the scale of likelihoods, and `Firing`, which is
what it is compared in.

    told.py     statements -> what is known of each atom
    naive.py    rules over what is known -> true atoms, firings, likelihoods
"""
