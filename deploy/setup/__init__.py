"""Builds everything that `make run` and `make test` need, step by step. Standard library only."""
