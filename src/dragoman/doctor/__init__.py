"""Whether all is in order where the program runs: what is installed, whether each engine fires what it should, what it may write.

    examined() -> Check, Check, ...      each fine, worth a note, or wrong with the remedy

Nothing here changes anything, and nothing that is out of order keeps the rest from being looked at.
"""
