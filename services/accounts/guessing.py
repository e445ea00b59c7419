"""Passwords that are guessed first: those known from leaks, and what is easily made of them or of a person's address.

The lists come with zxcvbn (MIT): 30,000 passwords that leaked, names, and words of English, of films and of television.
It takes a password apart into such pieces, repetitions, rows of keys, dates and years, and says how many guesses it
takes to come upon it. So no long list of long passwords is needed, and nothing is looked up outside. Phrases that
everybody knows look harder than they are: known_phrases.txt has them, and they are known in part too.
Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016.
"""

import re
from functools import cache
from itertools import combinations
from pathlib import Path

from zxcvbn import zxcvbn

FEWEST_GUESSES_LOG10 = 10
"""Ten thousand million guesses: years on a stolen database, as argon2id makes each one slow."""
FEWEST_BESIDE_SECOND_STEP_LOG10 = 8
"""As many as 8 signs without any order take: who guesses the password still lacks the second step."""
_LOOKED_AT_CHARACTERS = 40
"""The work grows with the length. Whatever is hard to guess so far is not easier in whole."""
_OURS = ("mbtq", "refund", "estimate", "interpreter")
_APART = re.compile(r"[\W_]+")
_NO_LETTERS = re.compile(r"[\W\d_]+")
_LETTERS_OF_A_NAME = 8
_OWN = re.compile("mbtq|smart|financial|platform|taxes|tax|refund|estimate|return|deaf|insurance|interpreter")
"""Our name, what we do and for whom."""
_FEWEST_LETTERS_BESIDE_OURS = 8
_PHRASES = Path(__file__).with_name("known_phrases.txt")
_FEWEST_WORDS = 3


def is_guessed_soon(password: str, *, address: str = "", fewest_log10: int = FEWEST_GUESSES_LOG10) -> bool:
    """Whether a new password is too easily come upon. `address` is the e-mail address that it is for.

    Takes up to a tenth of a second: not for the event loop.
    """
    if _is_the_address(password, address) or _is_ours(password):
        return True
    theirs = [part for part in (address, *_APART.split(address)) if part]
    judged = zxcvbn(password[:_LOOKED_AT_CHARACTERS], user_inputs=[*_OURS, *theirs, *_known_phrases()])
    return bool(judged["guesses_log10"] < fewest_log10)


def _is_the_address(password: str, address: str) -> bool:
    """Also with other signs or figures between its letters, or after them."""
    letters = _NO_LETTERS.sub("", password.lower())
    return len(letters) >= _LETTERS_OF_A_NAME and letters in _NO_LETTERS.sub("", address.lower())


def _is_ours(password: str) -> bool:
    """Whether hardly anything is left of it without our own words, figures and what stands between them.

    A password without any of our words is judged by its guesses alone.
    """
    letters = _NO_LETTERS.sub("", password.lower())
    others = _OWN.sub("", letters)
    return others != letters and len(others) < _FEWEST_LETTERS_BESIDE_OURS


@cache
def _known_phrases() -> tuple[str, ...]:
    """Each phrase and its parts of some words, also without spaces between them."""
    phrases = (line.split() for line in _PHRASES.read_text(encoding="utf-8").splitlines())
    parts = [
        words[a:b] for words in phrases for a, b in combinations(range(len(words) + 1), 2) if b - a >= _FEWEST_WORDS
    ]
    return tuple(gap.join(part) for gap in (" ", "", "-") for part in parts)
