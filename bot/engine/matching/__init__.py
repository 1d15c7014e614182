"""Which entries a query is like: features, training, scores, and the index that holds them."""
