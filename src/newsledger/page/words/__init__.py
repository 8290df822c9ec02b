"""What words say by themselves: lines, phrases, dates, datelines."""
