"""What is offered where nothing is told: a search over all phrases, and at most three facts of what it finds."""
