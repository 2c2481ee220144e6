"""What a Python program uses: the functions that `dragoman` hands out and that no lower layer has as they are.

questions.py      from a situation to an answer
rulebooks.py      what can be asked of a rulebook itself: its situations, its thresholds, its mistakes, its lines
conversation.py   lines said one after the other
artist.py         answers as text and as HTML, for `print` and for a notebook
"""
