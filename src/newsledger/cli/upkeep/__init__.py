"""The commands that keep a ledger over the years."""
