"""What those who oversee the work see of it: the season in numbers, and lists as files."""
