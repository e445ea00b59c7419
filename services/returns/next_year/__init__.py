"""Beginning a year from the year before: what is taken over, what is asked anew, what the law changed."""
