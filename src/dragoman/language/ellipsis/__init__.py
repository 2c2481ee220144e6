"""The same sentence with what it leaves out: doers, heads, small words, what stands under a label."""
