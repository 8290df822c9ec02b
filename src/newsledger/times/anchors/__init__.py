"""What a time is counted from: the page's day, the date last named, or a live entry's clock."""
