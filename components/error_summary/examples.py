"""The states of error_summary."""

from components.error_summary import FieldError, error_summary
from components.layout import column
from components.text_field import text_field

EMAIL = "An e-mail has an @ in it, like rosa@example.com."
PASSWORD = "Use at least 15 characters."  # noqa: S105 # nosec B105 # a sentence


def two_fields_to_mend() -> None:
    """Two fields to mend"""
    top = column()
    email = text_field("E-mail", kind="email", value="rosa.example.com", error=EMAIL)
    password = text_field("Password", kind="password", error=PASSWORD)
    with top:
        error_summary([FieldError(email, EMAIL), FieldError(password, PASSWORD)])


def long_words() -> None:
    """One field, with long words"""
    top = column()
    message = f"We don’t know “{'Telecommunications' * 4}”."
    field = text_field("Street", value="Telecommunications" * 4, error=message)
    with top:
        error_summary([FieldError(field, message)])
