"""Who stands where around a trigger: its frame, filled from the parse."""
