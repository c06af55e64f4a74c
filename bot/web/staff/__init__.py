"""The staff console: pages and calls under /staff."""
