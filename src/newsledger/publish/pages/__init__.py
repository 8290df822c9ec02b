"""What is made of each thing: its page, and the files beside it."""
