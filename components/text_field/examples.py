"""The states of text_field."""

from components.text_field import text_field


async def _kept(_: str) -> str | None:
    return None


async def _refused(_: str) -> str | None:
    return "There is already an account with this e-mail. Sign in, or use another one."


def empty() -> None:
    """Empty"""
    text_field("First name", autocomplete="given-name", on_commit=_kept)


def filled_in() -> None:
    """Filled in, with a hint"""
    text_field("First name", value="Rosa", hint="As it is on your Social Security card.", on_commit=_kept)


def kept_as_a_draft() -> None:
    """Kept as a draft until it is committed"""
    text_field("What is it about?", draft_key="example", on_commit=_kept)


def an_email_that_is_taken() -> None:
    """An e-mail that is refused when it is committed"""
    text_field("E-mail", kind="email", autocomplete="email", on_commit=_refused)


def a_password() -> None:
    """A password that can be shown"""
    text_field("Password", kind="password", hint="At least 15 characters.", autocomplete="new-password", required=True)


def wrong() -> None:
    """With an error"""
    text_field(
        "E-mail", kind="email", value="rosa.example.com", error="An e-mail has an @ in it, like rosa@example.com."
    )


def required() -> None:
    """Required"""
    text_field("Last name", autocomplete="family-name", required=True, on_commit=_kept)


def locked() -> None:
    """It can't be changed now, and why"""
    text_field("Social Security number", value="ends with 4321").lock("It is on the return that you signed.")


def long_words() -> None:
    """Long words"""
    text_field("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", value="Telecommunications" * 5)
