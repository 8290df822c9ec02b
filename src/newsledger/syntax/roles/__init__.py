"""Which role each word near a predicate has: candidates, their features, the model, the decision."""
