"""What can go wrong in a service, and nothing else: anything that is not one of these is a bug.

    HouseError
    ├── Invalid(field, code)   what was given can't be used; the person can mend it       → 400
    ├── NotFound               not there, or not theirs: both look the same               → 404
    ├── NotAllowed             this visitor may not do this                               → 403
    ├── Conflict(code)         somebody else was faster                                   → 409
    └── Unavailable(code)      something we lean on does not answer                       → 503

Codes become sentences in services/words; each kind is mapped once to a page (ui/error_pages.py) and once to the API.
"""


class HouseError(Exception):
    """Any of the five expected failures. `code` names the sentence to show."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Invalid(HouseError):
    """A value that can't be used, with the field that it came from."""

    def __init__(self, field: str, code: str) -> None:
        super().__init__(code)
        self.field = field


class NotFound(HouseError):
    """The thing is not there for this visitor."""

    def __init__(self, code: str = "not_found") -> None:
        super().__init__(code)


class NotAllowed(HouseError):
    """The visitor may not do this."""

    def __init__(self, code: str = "not_allowed") -> None:
        super().__init__(code)


class Conflict(HouseError):
    """Something changed since the visitor looked."""


class Unavailable(HouseError):
    """A part that we lean on does not answer."""
