"""The states of form."""

from components.button import button
from components.form import form
from components.text_field import text_field


def a_posted_form() -> None:
    """A form that the browser posts"""
    with form("/api/forms/sign-in", label="Sign in", hidden={"next": "/"}):
        text_field("E-mail", name="email", kind="email", autocomplete="email", required=True)
        text_field("Password", name="password", kind="password", autocomplete="current-password", required=True)
        button("Sign in", submit=True, busy="Signing in…")
