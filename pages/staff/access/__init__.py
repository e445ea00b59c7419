"""Who sees which customer: assignments, and an hour in an emergency."""
