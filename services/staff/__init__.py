"""Those who work for us: their roles, whom they are assigned to, what they see of a customer, and who checks that."""
