"""Learning from real talk: what went badly, what is taught about it, whether that does harm."""
