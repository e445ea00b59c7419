"""The words by which a name is found: the same for everybody who writes it with or without accents, in any case."""

import unicodedata
from collections.abc import Iterable

from services.house import House

MOST_WORDS = 20
_ACCENTS = range(0x300, 0x370)  # those of Latin, Greek and Cyrillic; signs of other scripts are letters of their own
_WITHIN_A_WORD = str.maketrans("", "", "'’‘ʼ`´")  # O’Brien, O'Brien and OBrien are one name
_WITHOUT_STROKE = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})


def words_of(name: str) -> list[str]:
    """Each word once, in the order in which it comes. A name in a script without spaces is one word."""
    folded = unicodedata.normalize("NFKC", name.translate(_WITHIN_A_WORD)).casefold()
    bare = "".join(sign for sign in unicodedata.normalize("NFD", folded) if ord(sign) not in _ACCENTS)
    whole = unicodedata.normalize("NFC", bare).translate(_WITHOUT_STROKE)
    parted = "".join(sign if _is_of_a_word(sign) else " " for sign in whole)
    return list(dict.fromkeys(parted.split()))[:MOST_WORDS]


def hashes_of(house: House, words: Iterable[str]) -> list[list[bytes]]:
    """For each word all hashes by which its row may be found while keys are changed, the newest first."""
    return [house.index_keys.indexes(word, table="name_word", column="word") for word in words]


def _is_of_a_word(sign: str) -> bool:
    """Letters, figures, and the signs that other scripts put on letters."""
    return unicodedata.category(sign)[0] in {"L", "N", "M"}
