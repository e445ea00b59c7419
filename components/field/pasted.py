"""Text as a person sees it: a copied amount or date may bring marks along that nobody sees."""

import unicodedata

_UNSEEN = ("Cf", "Cc")
"""Format and control marks: zero-width spaces, joiners, direction marks, soft hyphens (Unicode, general category)."""


def without_spaces(text: str) -> str:
    """What is left of a text without spaces of any kind and without marks that can't be seen."""
    return "".join(mark for mark in text if not mark.isspace() and unicodedata.category(mark) not in _UNSEEN)
