"""All years of one customer: how far each has come, and removing the answers of one with a way back."""
