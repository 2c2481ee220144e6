"""What is not wrong in a rulebook but unneeded, unsaid or said too strongly: found by `dragoman check` only.

    Rulebook, its situations and cases -> subject.study -> Subject -> the checks -> findings, codes RB6xx

Nothing here stops a rulebook from being loaded. Each module holds the checks of one theme; each
check is a function from the subject to findings.
"""
