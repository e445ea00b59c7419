"""Trusted persons: a customer lets somebody from outside see or do named things for a while, and ends it at once.

`inviting` writes the letter, `answering` accepts or declines it, `keeping` is the customer's list, `helping` what the
trusted person has, `ending` how all of it is over. Whoever was trusted has no other right by it.
"""
