"""What is shown, as plain lines: the command line prints them, the app draws them.

A view is a function from a form to lines. Lines know styles by name and nothing of terminals; all
text in them is safe to show, wherever it came from.
"""
