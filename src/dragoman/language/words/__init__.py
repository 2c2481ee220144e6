"""General English, whatever the rulebook: words and their stems, what hedges and negates, numbers, words that stand for others."""
