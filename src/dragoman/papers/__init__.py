"""Papers to hand on: the memo on a situation.

evaluation -> gather.brief_of -> forms.Brief -> markdown, html, docx, json_form

What stands in a memo is decided once, in `gather` and what it calls; the writers only write it.

forms.py       what a page holds
footing.py     on what each sentence rests: notes, the numbered facts and rules
advised.py     recommendations by whom they are for
expected.py    risks, forecasts and what to watch, by their time
open.py        what is assumed and unknown, what would change the advice
room.py        how much is said, so that it fits two pages
word.py, docx.py and the like: how it is written
"""
