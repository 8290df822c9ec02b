"""The site: which pages there are, what each of them hangs on, where it stands, and how it becomes a file."""
