"""Tax returns: begun by anybody, saved answer by answer, computed by services.tax whenever they are looked at.

`opening` begins one or finds it, `answering` and `listing` change what is told, `saving` is where all of that ends.
What comes of it is in `estimate`: `reckoning` leads to services.tax, `uncertainty` says what could still change it.
`store` has the rows, `history` every change of them, `looks` who else looked at them. `helped` are those of customers
who trust the person that asks.
"""
