"""What those who oversee the work see of it: pictures of the season, and the way to lists as files."""
