"""The ``newsledger serve`` command and what runs it."""
