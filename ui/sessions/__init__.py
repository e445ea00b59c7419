"""The sessions of a person: on which devices they are signed in, and how an open page ends with its own."""
