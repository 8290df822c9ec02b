"""What surrounds a deed: its scene, its contexts, when and where it was, and how many."""
