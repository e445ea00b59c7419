"""The one way in which a start ends early."""


class CannotStart(Exception):
    """Why the app can't start: one plain line for the person at the terminal, never a secret."""

    def __init__(self, reason: str) -> None:
        super().__init__(" ".join(reason.split()))
