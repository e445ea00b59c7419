"""The states of choice_group."""

from components.choice_group import Choice, choice_group

WAYS = [
    Choice("asl", "ASL interpreter", "In person or on video", "hand"),
    Choice("vri", "Video call with interpreter", "VRI, on this page", "video"),
    Choice("captions", "Captioned call", "You read what they say", "captions"),
    Choice("text", "Text only", "Letters appear as you type", "message-square-text"),
]
STATUSES = [
    Choice("single", "Single"),
    Choice("married_joint", "Married, one return together", "Both of you sign it."),
    Choice("head_of_household", "Head of household", "You pay for a home for a child or a parent."),
]


async def _kept(_: str) -> None: ...


def a_list() -> None:
    """A list"""
    choice_group("Filing status", STATUSES, on_commit=_kept)


def a_list_with_an_answer() -> None:
    """A list with an answer and a hint"""
    choice_group(
        "Filing status last year", STATUSES, value="single", hint="On December 31 of the tax year.", on_commit=_kept
    )


def tiles() -> None:
    """Tiles with icons"""
    choice_group("How do you want to talk with us?", WAYS, value="text", appearance="ways", on_commit=_kept)


def wrong() -> None:
    """With an error"""
    choice_group(
        "Filing status of your parents", STATUSES, required=True, error="Choose one of the answers.", on_commit=_kept
    )
