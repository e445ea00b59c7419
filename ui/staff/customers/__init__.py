"""Finding customers, and what pages about one of them begin with."""
