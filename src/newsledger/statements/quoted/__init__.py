"""Words given to a speaker by marks: quotations, interviews, lines with a colon or a dash."""
