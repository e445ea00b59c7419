"""From a command line to a house that serves, and to a database that fits it."""
