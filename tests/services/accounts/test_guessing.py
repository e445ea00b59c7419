"""What is guessed first is no password here; what a person puts together of their own words is."""

import pytest
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from services.accounts import passwords
from services.errors import Invalid
from tests.factories import PASSWORD

ADDRESS = "maria.lopez@people.example"
LEAKED = [known for known in FREQUENCY_LISTS["passwords"] if len(known) >= passwords.FEWEST_CHARACTERS]


def _refused_as(password: str, address: str = ADDRESS) -> str:
    try:
        passwords.check(password, address=address)
    except Invalid as refused:
        return refused.code
    return "taken"


def test_there_are_leaked_passwords_that_are_long_enough() -> None:
    assert len(LEAKED) > 20


@pytest.mark.parametrize("password", LEAKED)
def test_a_password_that_leaked_is_refused_in_any_case(password: str) -> None:
    assert _refused_as(password) == _refused_as(password.upper()) == "password.guessed_soon"


@pytest.mark.parametrize(
    "password",
    [
        *("x" * 15, "x" * 256, "1234567890123456", "abcabcabcabcabcabc", "qwertyuiop[]asdfgh", "e\u0301" * 100),
        *("passwordpassword", "P@ssw0rdP@ssw0rd", "Password123456!", "iloveyouforever", "letmein letmein letmein"),
        *("Summer2025Summer2025", "mickeymouse12345", "welcome to mbtq", "mbtqmbtqmbtqmbtq", "interpreter2025"),
        *("correct horse battery staple", "CorrectHorseBatteryStaple1", "the-quick-brown-fox", "thequickbrownfoxjumps"),
        *("MBTQ Smart Financial Platform", "smart financial platform", "tax refund estimate", "mbtq tax estimate 2025"),
        *("look around as a demo", "Deaf-Tax-Insurance 2026!", "taxtaxtaxtaxtaxtax"),
        *("maria.lopez@people.example", "Maria Lopez, People Example!", "marialopezpeople1990", "people.example1"),
    ],
)
def test_what_is_easily_made_of_what_everybody_knows_is_refused(password: str) -> None:
    assert _refused_as(password) == "password.guessed_soon"


@pytest.mark.parametrize(
    "password",
    [
        *(PASSWORD, "two dogs and a cat", "green tea on monday", "my sister lives in ohio", "un café au lait noir"),
        *(
            "i sign with maria",
            "my refund buys a boat",
            "my tax return eats two green frogs",
            "mm8Qx2vLr0pZt7K",
            "темный чай и хлеб",
            "とても静かな朝の図書館の窓辺です",
        ),
    ],
)
def test_words_of_ones_own_are_taken_whatever_they_are_composed_of(password: str) -> None:
    assert _refused_as(password) == "taken"


def test_anothers_address_is_no_reason_to_refuse() -> None:
    assert _refused_as("maria lopez people", "sam@elsewhere.example") == "taken"
    assert _refused_as("maria lopez people") == "password.guessed_soon"


def test_a_wrong_length_is_said_first() -> None:
    assert (_refused_as("password"), _refused_as("x" * 257)) == ("password.too_short", "password.too_long")
