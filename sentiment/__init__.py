"""Find every reaction in news articles, say whose it is, and score it."""
