"""A line cut into clauses, each taken by a phrase: word for word, in another order, or with what it leaves out."""
