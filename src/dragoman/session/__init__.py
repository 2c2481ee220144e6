"""A session: the conversation's steps joined with the disk and the journal.

session.py   the front ends hold one `Session`, give it lines, and draw the replies
desk.py      files: loaded, saved, exported
changes.py   what one step changes in what is said, as JSON and back
record.py    what the journal keeps of each step
restore.py   what was said in a session after each of its lines, from its events alone
resumed.py   a session taken up again, with what can be undone in it
watching.py  whether the rulebook was changed on the disk
reread.py    what was said, told to the rulebook as it reads now
replay.py    the same lines again: the same advice, or what differs
story.py     who said what, how it was read, and what came of it
"""
