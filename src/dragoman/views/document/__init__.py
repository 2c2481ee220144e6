"""Any view as a document: its lines become an outline, and the outline Markdown or HTML.

    lines --outline--> (title, parts: heading, entries) --markdown | html--> a file

A view draws with signs, columns and styles; here these are read back: a row in the style of a title is a heading, a row
in capitals the heading of a part, and whatever stands further in belongs to what it stands under. So no view is written
twice.
"""
