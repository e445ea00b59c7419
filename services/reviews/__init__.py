"""Reviews: a customer asks a tax preparer to check a return, both write, and the preparer approves it or says why not.

`asking` is what the customer does, `queueing` what waits, `taking` how a preparer gets and gives back a review,
`preparing` what they do in it, `reading` how both see it, `changed` what was changed in the return meanwhile.
"""
