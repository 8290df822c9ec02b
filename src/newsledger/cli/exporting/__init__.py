"""The commands that write a ledger into files of other forms, and compare such files with it."""
