"""What a rulebook knows, looked up: its situations, thresholds, entities, words, and what each of them means.

    rulebook --> Listed | Preview | Threshold | EntityEntry | Hit | Explained --json_form--> JSON, --views.reference--> lines

Nothing here needs facts or an engine.
"""
