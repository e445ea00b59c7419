"""The states of passkey_button."""

from components.form import form
from components.passkey_button import passkey_button

NOWHERE = "/development/components"


def using_one() -> None:
    """A passkey is used"""
    with form(NOWHERE, label="Sign in"):
        passkey_button("Sign in with a passkey", asks="get", question_at=NOWHERE)


def making_one() -> None:
    """A passkey is made"""
    with form(NOWHERE, label="Make one"):
        passkey_button("Add a passkey", asks="create", question_at=NOWHERE, kind="quiet")


def refused() -> None:
    """After a failure"""
    with form(NOWHERE, label="Sign in again"):
        error = "We do not know this passkey. It may have been removed from your account."
        passkey_button("Use a passkey", asks="get", question_at=NOWHERE, error=error)


def long_words() -> None:
    """Long words"""
    with form(NOWHERE, label="Long words"):
        passkey_button("Rindfleischetikettierungsüberwachungsaufgabenschlüssel", asks="get", question_at=NOWHERE)
