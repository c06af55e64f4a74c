"""`make bench-understanding`: how well questions are understood, beside simple methods."""
