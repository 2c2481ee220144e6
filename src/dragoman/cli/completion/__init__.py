"""Completion in a shell: a script for bash, zsh or fish that knows the commands and options, and asks us for names.

    argparse parser --table--> Places --bash | zsh | fish--> a script        dragoman completion SHELL
    a kind of name  --names--> a name a line, fast                           dragoman completion --names KIND

What stands in the script needs no process at Tab; names are those of the rulebook that the line is about. The options are
read from the parser that reads the command line, so that the two cannot disagree.
"""
