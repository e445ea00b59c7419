"""A password is the same one on every keyboard, and long enough however it is written."""

import subprocess
import sys
import unicodedata

import pytest

from services.accounts import passwords
from services.errors import Invalid
from tests.processes.house_process import ROOT

COMMON = "vier bl\u00e5 \u00f8rreder sover under \u00e9n bro " * 7
COMPOSED, DECOMPOSED = "un caf\u00e9 au lait noir", "un cafe\u0301 au lait noir"
WIDE = "\uff4f\uff50\uff45\uff4e sesame for me"  # as a Japanese keyboard may write "open"


@pytest.mark.parametrize(
    ("chosen", "typed"),
    [(COMPOSED, DECOMPOSED), (DECOMPOSED, COMPOSED), (WIDE, "open sesame for me"), ("open sesame for me", WIDE)],
)
async def test_a_password_typed_on_another_keyboard_is_the_same(chosen: str, typed: str) -> None:
    assert await passwords.matches(await passwords.hashed(chosen), typed)


async def test_another_letter_is_another_password() -> None:
    assert not await passwords.matches(await passwords.hashed(COMPOSED), COMPOSED.replace("\u00e9", "e"))


async def test_nobody_without_an_account_has_a_password() -> None:
    assert not await passwords.matches(None, "nobody has this password")


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("x" * 14, "password.too_short"),
        ("e\u0301" * 14, "password.too_short"),
        ("x" * 257, "password.too_long"),
        ("\ufb03" * 86, "password.too_long"),  # one sign for the three letters ffi
    ],
)
def test_a_password_is_as_long_as_it_is_in_its_common_form(password: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        passwords.check(password)
    assert (refused.value.field, refused.value.code) == ("password", code)


@pytest.mark.parametrize("password", [COMMON[:15], COMMON[:256], unicodedata.normalize("NFD", COMMON[:256])])
def test_a_password_within_the_limits_is_taken(password: str) -> None:
    passwords.check(password)


def test_a_stolen_hash_costs_64_mb_and_three_passes_for_each_guess() -> None:
    command = "from services.accounts import passwords; print(passwords._hasher.hash('x'), passwords._NOBODYS_HASH)"
    made = subprocess.run([sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=True)
    assert [each.rpartition("$")[0].rpartition("$")[0] for each in made.stdout.split()] == [
        "$argon2id$v=19$m=65536,t=3,p=4"
    ] * 2
