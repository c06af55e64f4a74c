"""Work that takes minutes: a process of its own, one at a time, with a time limit and progress."""
