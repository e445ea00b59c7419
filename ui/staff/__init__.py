"""The parts of pages on which those who work for us act on lists: assignments, roles, access in an emergency."""
