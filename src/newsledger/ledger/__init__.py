"""Reads into a ledger and keeps it up: adding, reading again, following what is due."""
