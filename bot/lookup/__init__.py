"""Fast look-up for who has a citizen in front: find, compare, follow, put together, copy."""
