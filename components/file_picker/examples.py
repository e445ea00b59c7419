"""The states of file_picker."""

from components.file_picker import Allowed, ChosenFile, file_picker

TEN_MB = 10_000_000
PICTURES = Allowed(("pdf", "jpg", "png"), TEN_MB)


async def _taken(_: tuple[ChosenFile, ...]) -> None: ...


def one_file() -> None:
    """One file"""
    file_picker("Your W-2", name="w2", allowed=PICTURES, on_choice=_taken)


def several_files() -> None:
    """Several files, three at most, required, with a hint"""
    file_picker(
        "Receipts",
        name="receipts",
        allowed=PICTURES,
        at_most=3,
        required=True,
        hint="A photo is enough if the amount can be read.",
    )


def a_film() -> None:
    """A film, which a phone can make at once"""
    file_picker("A signed video", name="video", allowed=Allowed(("mp4", "mov", "webm"), 10 * TEN_MB, films=True))


def wrong() -> None:
    """With an error"""
    error = "“holiday.mov” is not a kind of file that we can read. Choose another file."
    file_picker("Your 1099-INT", name="interest", allowed=Allowed(("pdf",), 500_000), error=error)


def long_words() -> None:
    """Long words"""
    file_picker("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", name="law", allowed=PICTURES)
