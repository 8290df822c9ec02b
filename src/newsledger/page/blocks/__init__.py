"""What each line of a page probably is, by numbers of its layout: a small model, trained on numbers without words."""
