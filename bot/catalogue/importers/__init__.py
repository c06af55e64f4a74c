"""Importers: each turns one format into `RawProcedure` or `Procedure`."""
