"""Questions that can be edited: events, statements, who to whom, actors."""
