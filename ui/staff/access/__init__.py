"""Who sees which customer: assignments, access in an emergency, and an open page that ends with the right to it."""
