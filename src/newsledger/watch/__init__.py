"""Watches feeds and sites: politely, safely, for months."""
