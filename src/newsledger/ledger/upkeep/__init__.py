"""A ledger over months: checking it, saving it, reading it again, and trying again what could not be read."""
