"""Finding customers, and reading one of them with their estimates."""
