"""The commands for archives of any size."""
