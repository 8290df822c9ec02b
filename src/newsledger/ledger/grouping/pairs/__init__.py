"""Which reports meet, and of these which are copies and which neighbours."""
