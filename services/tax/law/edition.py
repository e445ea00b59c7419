"""Which edition of a year's law a result was computed by: what is approved names it, so that a later change shows."""

from functools import cache
from hashlib import sha256
from pathlib import Path

_LETTERS = 12


@cache
def edition_of(tax_year: int) -> str:
    """The year with the beginning of the hash of its file: "2025-3f0c…". It changes with any figure, source or note."""
    file = Path(__file__).with_name(f"{tax_year}.toml").read_bytes()
    return f"{tax_year}-{sha256(file).hexdigest()[:_LETTERS]}"
