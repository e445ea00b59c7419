"""How a customer knows that somebody is one of us: who sees them now shows a code, and the customer types it.

The customer never has anything to tell, so whoever only says that they are one of us gets nothing out of asking.
"""
