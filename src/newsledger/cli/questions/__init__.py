"""The commands that ask a ledger."""
