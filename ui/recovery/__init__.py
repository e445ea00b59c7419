"""The parts of the pages about getting back in to an account."""
