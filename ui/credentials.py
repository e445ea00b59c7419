"""The two fields that signing up and signing in share, as they come back with errors."""

from components.text_field import text_field
from services.attempts import Attempt
from ui.mistakes import Mistakes


def credentials(attempt: Attempt, *, hint: str = "", autocomplete: str, address_autocomplete: str = "email") -> None:
    """The email address and the password (its `hint` and `autocomplete`), under a summary of what has to be mended."""
    mistakes = Mistakes(attempt)
    email = text_field(
        "Email address",
        name="email",
        kind="email",
        value=attempt.typed.get("email", ""),
        error=mistakes.of("email"),
        autocomplete=address_autocomplete,
        required=True,
    )
    password = text_field(
        "Password",
        name="password",
        kind="password",
        hint=hint,
        error=mistakes.of("password"),
        autocomplete=autocomplete,
        required=True,
    )
    mistakes.sum_up(email=email, password=password)
