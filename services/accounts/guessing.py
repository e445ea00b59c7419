"""Passwords that are guessed first: those known from leaks, and what is easily made of them or of a person's address.

The lists come with zxcvbn (MIT): 30,000 passwords that leaked, names, and words of English, of films and of television.
It takes a password apart into such pieces, repetitions, rows of keys, dates and years, and says how many guesses it
takes to come upon it. So no long list of long passwords is needed, and nothing is looked up outside.
Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016.
"""

import re

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


def is_guessed_soon(password: str, *, address: str = "", fewest_log10: int = FEWEST_GUESSES_LOG10) -> bool:
    """Whether a new password is too easily come upon. `address` is the e-mail address that it is for.

    Takes up to a tenth of a second: not for the event loop.
    """
    if _is_the_address(password, address):
        return True
    theirs = [part for part in (address, *_APART.split(address)) if part]
    judged = zxcvbn(password[:_LOOKED_AT_CHARACTERS], user_inputs=[*_OURS, *theirs])
    return bool(judged["guesses_log10"] < fewest_log10)


def _is_the_address(password: str, address: str) -> bool:
    """Also with other signs or figures between its letters, or after them."""
    letters = _NO_LETTERS.sub("", password.lower())
    return len(letters) >= _LETTERS_OF_A_NAME and letters in _NO_LETTERS.sub("", address.lower())
