"""What the lines before leave behind: whom `it`, `there` and `the latter` mean, and which words speak of a fact that was told."""
