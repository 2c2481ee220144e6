"""Sessions on disk: one SQLite file of events that are only ever added, a chain of hashes for each session.

What a conversation is, is not known here: an event has a name from a table (:mod:`dragoman.journal.kinds`) and a JSON
object. What is promised, and where each promise is kept:

* what was acknowledged outlives a kill of the process and a loss of power (`journal`, `database`);
* whatever goes wrong with the file is one error that names it and says what to do (`database`, `places`);
* an event that was changed, dropped, moved or put between others is found (`chain`, `verify`).

Two things no chain finds. A tail that was cut off leaves a chain that is shorter and right; and whoever can write the
file can write a whole new chain. Both show where the last hash of a session was noted elsewhere: `dragoman sessions
verify` prints it, and an export holds it.
"""
