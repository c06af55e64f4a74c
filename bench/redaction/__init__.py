"""Made-up messages with personal numbers, and what the redaction does to them.

Standard library only: tests use the messages under both Pythons.
"""
