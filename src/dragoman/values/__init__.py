"""The kinds of value that a slot of a fact can hold: one module a kind, all behind one protocol.

    kind         the protocol: what everyone else may ask of a kind
    entity       one of the rulebook's entities or groups; only in key slots
    enumeration  one of a few words
    quantity     a number with a unit, or a range of it: how it is written in `quantity_text`, what may stand in its
                 slot in `quantity_shapes`
    money        a sum in a currency
    choose       from a slot's declaration to its kind: its keys, and the one list of kinds

A new kind is a module here, and its line and its keys in `choose`. Nobody else asks which kind a slot has.
"""
