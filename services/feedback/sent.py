"""What a person tells us, as it comes from the form."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sent:
    """What a person filled in. `email` is where we may answer, `page` where they were; both may be empty.

    `form` is the token with which the form was drawn: see services/feedback/once.py.
    """

    about: str
    message: str
    email: str
    page: str
    form: str = ""
