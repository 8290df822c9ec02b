"""What keeps a ledger whole over the years: versions, readings, checks, copies, and forgetting."""
