"""How often somebody may ask: who is counted, what they are told, and the middleware that counts."""

from api.rate_limit.middleware import RateLimit

__all__ = ["RateLimit"]
