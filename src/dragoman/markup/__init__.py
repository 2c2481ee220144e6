"""Markdown and HTML: how text becomes markup, and the one page that all HTML of ours is.

Text from outside is escaped here and nowhere else: what is not `Html` or `Markdown` already is text, and is written
so that it stays text.

markdown.py    headings, lists, tables, footnotes in CommonMark with the tables and footnotes of GitHub
html.py        elements, tables, the page
style.py       how the page looks: light, dark, on paper
"""
