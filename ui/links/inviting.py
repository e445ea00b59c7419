"""What every form asks that invites somebody by a letter: their address, and the name of who invites them."""

from collections.abc import Mapping

from components.field import Field
from components.text_field import text_field
from services.words import sentence
from ui.mistakes import Mistakes


def who_to_whom(words: str, typed: Mapping[str, str], mistakes: Mistakes) -> dict[str, Field[str]]:
    """The fields `email` and `signed`, with what was `typed` before. Their words are under this code."""
    email = text_field(
        sentence(f"{words}.email"),
        name="email",
        kind="email",
        value=typed.get("email", ""),
        hint=sentence(f"{words}.email_hint"),
        error=mistakes.of("email"),
        required=True,
    )
    signed = text_field(
        sentence(f"{words}.signed"),
        name="signed",
        value=typed.get("signed", ""),
        hint=sentence(f"{words}.signed_hint"),
        error=mistakes.of("signed"),
        autocomplete="name",
        required=True,
    )
    return {"email": email, "signed": signed}
