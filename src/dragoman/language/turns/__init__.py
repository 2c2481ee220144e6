"""The same sentence in plainer words: turns of speech, light verbs, words that it can spare."""
