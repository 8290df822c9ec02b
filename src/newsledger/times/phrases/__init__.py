"""What a phrase of time is, and whether its words are one."""
