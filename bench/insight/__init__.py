"""A made-up quarter of the service, and how fast its figures are told."""
