"""The fields of signing up, signing in and a forgotten password, as they come back with errors."""

from components.field import Field
from components.text_field import text_field
from services.attempts import Attempt
from ui.mistakes import Mistakes


def credentials(attempt: Attempt, *, hint: str = "", autocomplete: str, address_autocomplete: str = "email") -> None:
    """The email address and the password (its `hint` and `autocomplete`), under a summary of what has to be mended."""
    mistakes = Mistakes(attempt)
    email = _address("Email address", attempt, mistakes, address_autocomplete)
    password = _password("Password", mistakes, hint, autocomplete)
    mistakes.sum_up(email=email, password=password)


def address_alone(attempt: Attempt, *, label: str = "Email address") -> None:
    """The email address, under a summary of what has to be mended."""
    mistakes = Mistakes(attempt)
    mistakes.sum_up(email=_address(label, attempt, mistakes))


def password_alone(attempt: Attempt, *, label: str = "Password", hint: str = "", autocomplete: str) -> None:
    """The password, under a summary of what has to be mended."""
    mistakes = Mistakes(attempt)
    mistakes.sum_up(password=_password(label, mistakes, hint, autocomplete))


def _address(label: str, attempt: Attempt, mistakes: Mistakes, autocomplete: str = "email") -> Field[str]:
    return text_field(
        label,
        name="email",
        kind="email",
        value=attempt.typed.get("email", ""),
        error=mistakes.of("email"),
        autocomplete=autocomplete,
        required=True,
    )


def _password(label: str, mistakes: Mistakes, hint: str, autocomplete: str) -> Field[str]:
    return text_field(
        label,
        name="password",
        kind="password",
        hint=hint,
        error=mistakes.of("password"),
        autocomplete=autocomplete,
        required=True,
    )
