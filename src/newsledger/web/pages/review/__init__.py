"""Review: one finding at a time, to be judged; what was judged; and whether those who were joined are one person."""
