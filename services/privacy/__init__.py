"""What we keep about a person, in one list of tables, and their copy of all of it."""
