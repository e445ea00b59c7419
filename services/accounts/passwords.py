"""Passwords: argon2id (RFC 9106), computed in a worker thread because it is slow on purpose.

One keyboard writes é as one character, another as two: every password is brought to one form first, so that it is the
same password everywhere. NIST SP 800-63B-4, section 3.1.1.2, wants NFC for that; its draft allowed NFKC. We stay with
NFKC, which also takes wide letters for narrow ones: hashes of today would not match otherwise.

That section was read in its final text (pages.nist.gov/800-63-4/sp800-63b/authenticators; usnistgov/800-63-4 on GitHub
has it at d29ae8f). Passwords that are the single factor shall have at least 15 characters, those that are only part
of several factors at least 8. At least 64 should be allowed, and no other rules shall be imposed.
"""

import asyncio
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from services.accounts import guessing
from services.errors import Invalid

FEWEST_CHARACTERS = 15  # section 3.1.1.2, requirement 1: a password that is the only factor
FEWEST_WITH_SECOND_STEP = 8  # the same place: one that is used with a second factor
MOST_CHARACTERS = 256

_hasher = PasswordHasher()
_NOBODYS_HASH = _hasher.hash("nobody has this password")


def check(password: str, *, address: str = "", with_second_step: bool = False) -> None:
    """Raise Invalid when a new password for this address is too short, too long, or among those that are guessed first.

    There are no rules of composition. Takes up to a tenth of a second: not for the event loop.
    """
    length = len(_same_everywhere(password))
    if with_second_step and length < FEWEST_WITH_SECOND_STEP:
        raise Invalid("password", "password.too_short_with_second_step")
    if not with_second_step and not is_enough_alone(password):
        raise Invalid("password", "password.too_short")
    if length > MOST_CHARACTERS:
        raise Invalid("password", "password.too_long")
    fewest = guessing.FEWEST_BESIDE_SECOND_STEP_LOG10 if with_second_step else guessing.FEWEST_GUESSES_LOG10
    if guessing.is_guessed_soon(_same_everywhere(password), address=address, fewest_log10=fewest):
        raise Invalid("password", "password.guessed_soon")


def is_enough_alone(password: str) -> bool:
    """Whether it is long enough for an account without a second step."""
    return len(_same_everywhere(password)) >= FEWEST_CHARACTERS


async def hashed(password: str) -> str:
    """The argon2id hash to keep. Call it before a transaction: it takes some tens of milliseconds."""
    return await asyncio.to_thread(_hasher.hash, _same_everywhere(password))


async def matches(password_hash: str | None, password: str) -> bool:
    """Whether the password is right. Takes as long when there is no account, so that time tells nothing."""
    return await asyncio.to_thread(_matches, password_hash or _NOBODYS_HASH, password) and password_hash is not None


def _matches(password_hash: str, password: str) -> bool:
    try:
        return _hasher.verify(password_hash, _same_everywhere(password))
    except (VerifyMismatchError, InvalidHashError):
        return False


def _same_everywhere(password: str) -> str:
    return unicodedata.normalize("NFKC", password)
