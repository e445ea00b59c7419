"""Text as a person sees it: a copied amount or date may bring marks along that nobody sees."""

import unicodedata

from services.words import in_plain_figures

_UNSEEN = ("Cf", "Cc")
"""Format and control marks: zero-width spaces, joiners, direction marks, soft hyphens (Unicode, general category)."""


def without_spaces(text: str) -> str:
    """What is left of a text without spaces of any kind and marks that can't be seen, its figures as 0 to 9."""
    seen = (mark for mark in text if not mark.isspace() and unicodedata.category(mark) not in _UNSEEN)
    return in_plain_figures("".join(seen))
