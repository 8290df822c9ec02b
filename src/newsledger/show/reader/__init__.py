"""An article to be read, with what was found beside the words that it rests on: in one file, and on the site."""
