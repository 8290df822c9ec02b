"""The commands by which a person corrects what was read."""
