"""What HTML says: its lines, its metadata, and what an extraction library keeps."""
