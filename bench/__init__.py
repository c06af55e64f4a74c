"""`make bench`: sizes, start, memory, recall and speed of the whole line, in one run."""
