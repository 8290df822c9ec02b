"""Happenings as other data sets of events have them, and counted by pairs of countries."""
