"""The two fields that signing up and signing in share, as they come back with errors."""

from components.error_summary import FieldError, error_summary
from components.layout import column
from components.text_field import text_field
from services.attempts import Attempt
from services.words import sentence


def credentials(attempt: Attempt, *, hint: str = "", autocomplete: str) -> None:
    """The email address and the password (its `hint` and `autocomplete`), under a summary of what has to be mended."""
    messages = {field: sentence(code) for field, code in attempt.errors.items()}
    summary_place = column()
    email = text_field(
        "Email address",
        name="email",
        kind="email",
        value=attempt.typed.get("email", ""),
        error=messages.get("email", ""),
        autocomplete="email",
        required=True,
    )
    password = text_field(
        "Password",
        name="password",
        kind="password",
        hint=hint,
        error=messages.get("password", ""),
        autocomplete=autocomplete,
        required=True,
    )
    if messages:
        fields = {"email": email, "password": password}
        with summary_place:
            error_summary([FieldError(fields[name], message) for name, message in messages.items()])
