"""What somebody filed: a sealed snapshot that is never changed, and what an amended return would change of it."""
