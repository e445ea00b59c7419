"""Figures of any script as the ones that programs read: people type those of their own keyboard."""

from unicodedata import decimal

_SEPARATORS = str.maketrans({"\N{ARABIC THOUSANDS SEPARATOR}": ",", "\N{ARABIC DECIMAL SEPARATOR}": "."})


def in_plain_figures(text: str) -> str:
    """The text with every decimal figure, such as those of Arabic or Hindi, as 0 to 9; the rest as it is.

    Beside them, Arabic has separators of its own: these become a comma and a point.
    """
    return "".join(str(decimal(sign)) if sign.isdecimal() else sign for sign in text.translate(_SEPARATORS))
