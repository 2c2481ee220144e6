"""The phrases of a rulebook, made ready once and kept: what they are made of, what follows from them, how a line is held against them."""
