"""Reads into a ledger and keeps it up: adding, reading again, grouping what is one."""
