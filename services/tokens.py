"""Tokens that a browser holds and we don't: 256 random bits, of which only the hash is kept."""

from hashlib import sha256
from secrets import token_urlsafe


def new_token() -> str:
    """A fresh token, 43 characters that fit into a cookie."""
    return token_urlsafe(32)


def hash_of(token: str) -> bytes:
    """What is kept in its place, 32 bytes. A plain hash is enough: nobody can try 2**256 tokens."""
    return sha256(token.encode()).digest()
