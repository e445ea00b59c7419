"""Clients whom a partner registers: `registration` is what is sent, `registering` keeps it and writes to the client.

`taking_over` is what the client does with the letter: nothing is theirs before they take it over.
"""
