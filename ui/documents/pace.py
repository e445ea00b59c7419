"""How many files somebody may send: each may be large, and each is work."""

from services.sharing import Limit

MOST_AT_ONCE = 10
AN_HOUR = Limit("documents", 120, 3600)
