"""What a front end with columns draws: advice, replies and readings as frozen forms of sentences, marks and standings.

A form here holds words and what can be followed from them, never a width, a colour or a widget.
"""
