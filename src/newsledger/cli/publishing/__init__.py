"""The commands that publish a ledger, and compare what was published."""
