"""The fields for a code: of an authenticator app, and for recovery."""

from components.field import Field
from components.text_field import text_field


def code_field(*, error: str = "") -> Field[str]:
    """The six digits that an app shows. A phone offers its figures, and fills in what it knows."""
    return text_field(
        "Code from your app",
        name="code",
        kind="code",
        hint="6 digits. You may type a space between them.",
        error=error,
        autocomplete="one-time-code",
        required=True,
    )


def recovery_code_field(*, error: str = "") -> Field[str]:
    """One of the ten codes that were made for who has lost their phone."""
    return text_field(
        "Recovery code",
        name="code",
        hint="15 letters and figures, like abcde-fghjk-23456. Small or large letters, with or without lines.",
        error=error,
        autocomplete="off",
        draft_key=None,
        required=True,
    )
