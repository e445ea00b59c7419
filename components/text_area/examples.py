"""The states of text_area."""

from components.text_area import text_area


async def _kept(_: str) -> None: ...


def empty() -> None:
    """Empty, optional"""
    text_area("Anything else we should know?", on_commit=_kept)


def required() -> None:
    """Required, with a hint"""
    text_area("Your question", hint="Write it as you like. You can also send a video.", required=True, on_commit=_kept)


def with_a_count() -> None:
    """With a count of what is left"""
    text_area("Your message", value="Is my interpreter deductible?", most=200, draft_key="example", on_commit=_kept)


def too_long() -> None:
    """Too long: kept as typed, with what to take away"""
    text = "My employer paid for half of the interpreter."
    text_area("What happened?", value=text, most=40, error="Make it shorter by 5 characters.", on_commit=_kept)


def long_words() -> None:
    """Long words"""
    text_area("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", value="Telecommunications" * 5)
