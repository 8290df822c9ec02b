"""The commands that take pages into a ledger."""
