"""The button that uses a passkey: to sign in, and to show again that it is you."""

from components.form import form
from components.passkey_button import passkey_button
from services.attempts import Attempt
from services.words import sentence


def sign_in_with_passkey(
    attempt: Attempt, back_to: str, *, offered_by_browser: bool = False, is_main: bool = False
) -> None:
    """It signs in whoever has one, and needs nothing else. What went wrong before stands beside it.

    `is_main` is for a page where it is what most people press.
    """
    label = sentence("passkey_use.sign_in")
    with form("/api/forms/passkey-sign-in", label=label, hidden={"next": back_to}):
        passkey_button(
            label,
            asks="get",
            question_at="/api/passkeys/sign-in",
            kind="main" if is_main else "quiet",
            offered_by_browser=offered_by_browser,
            error=_in_words(attempt.errors.get("passkey", "")),
        )


def prove_with_passkey(problem: str, back_to: str) -> None:
    """It shows again that it is you. `problem` is the code of what went wrong before."""
    label = sentence("passkey_use.prove")
    with form("/api/forms/passkey-prove", label=label, hidden={"next": back_to}):
        passkey_button(label, asks="get", question_at="/api/passkeys/prove", kind="quiet", error=_in_words(problem))


def _in_words(code: str) -> str:
    return sentence(code) if code else ""
