"""Geometry of what is drawn; templates turn it into SVG."""
