"""Where an export is written: a folder whose files are whole, and what tells of them."""
