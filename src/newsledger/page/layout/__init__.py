"""What each line of a page is: the article, its headline, captions, bylines and the rest."""
