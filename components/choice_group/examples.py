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


def locked() -> None:
    """It can't be changed now, and why"""
    field = choice_group("Filing status of the return you signed", STATUSES, value="married_joint")
    field.lock("You signed this return. To change it, amend it.")


def tiles_that_are_locked() -> None:
    """Tiles that can't be changed now"""
    field = choice_group("How we talk today", WAYS, value="vri", appearance="ways")
    field.lock("Your interpreter is already here.")


def tiles_with_an_error() -> None:
    """Tiles with an error"""
    choice_group(
        "How do you want to talk tomorrow?", WAYS, required=True, appearance="ways", error="Choose one of the answers."
    )


def long_words() -> None:
    """Long words"""
    word = "Telecommunicationsdevicesandvideorelayequipment"
    choice_group(word, [Choice("a", word, hint=word), Choice("b", "Short")], appearance="ways")
