"""The commands that watch sources."""
