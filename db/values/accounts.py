"""How somebody comes in to an account, also after every way in was lost. Standard library only."""

from enum import StrEnum


class WayIn(StrEnum):
    """How somebody has shown that an account is theirs."""

    PASSWORD = "password"  # noqa: S105  # nosec B105  # the name of a way, not a password
    ORGANISATION = "organisation"
    PASSKEY = "passkey"
    LETTER = "letter"


class LinkPurpose(StrEnum):
    """What a link in a letter is for; the values are the beginnings of its paths."""

    SIGN_UP = "sign-up"
    SIGN_IN = "sign-in"
    FORGOT_PASSWORD = "forgot-password"  # noqa: S105  # nosec B105  # the name of a purpose, not a password


class RecoveryState(StrEnum):
    """How far somebody has come who lost every way in to their account."""

    OPEN = "open"
    REFUSED = "refused"
    WAITING = "waiting"
    STOPPED = "stopped"
    LINK = "link"
    DONE = "done"
