"""Plain English, read and said by one grammar, which the rulebook alone drives.

A line goes through the rooms of this package from the bottom up; each imports those below it only:

    words        general English, whatever the rulebook
    grammar      the phrases of a rulebook, made ready once and kept
    line         a sentence with what is found in it before any phrase is tried
    clauses      the line cut into clauses, each taken by a phrase
    earlier      what the lines before leave behind
    turns, ellipsis, order
                 the same sentence in plainer words, with what it leaves out, in a plain order:
                 other forms to try where a phrase does not take it as it stands
    telling      from a clause to the facts that it tells, or to the reason why it tells none
    offering     what is offered where nothing is told
    beside       the same sentence without what stands beside what it tells
    whole        which of these forms a sentence is taken in
    corrections  lines that take something back or go on from what was told
    intent       what somebody wants with a sentence
    parts        clauses that are heard as sentences of their own
    heard        the sentences of a line, each heard after those before it
    read         a line, read: the only door that others need

Nothing here knows a fact type, a country or a subject.
"""
