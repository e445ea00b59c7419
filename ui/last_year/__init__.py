"""The parts of the page on which a year is begun from the year before: what comes along, and what the law changed."""
