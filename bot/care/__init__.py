"""People for people: who wants to be called back."""
