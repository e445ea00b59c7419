"""Signing in at an organisation, and linking one to an account.

Somebody goes there, comes back, and is let in if who they are there is linked to an account. If not, they decide on a
page of ours: to make an account, or, when they were signed in before, to link it to theirs. An address alone links
nothing, verified or not.
"""
