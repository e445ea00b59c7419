"""“We are updating”: shown while a part of us is away that every page needs.

The app itself says it while its database is away. While there is no app, nginx says it (502, 503, 504) with the file
that `make updating` writes. The page never loads itself anew: that would interrupt whoever reads slowly or by braille.
"""

from pathlib import Path

from db.values.people import CommunicationPreference
from services import words
from services.settings import load_settings
from ui.failures.still_page import SAME_ADDRESS, still_page

FILE = Path(__file__).parents[2] / "assets" / "updating.html"


def updating_page(
    support_email: str, *, opens_again: bool = True, talk: CommunicationPreference | None = None, alone: bool = False
) -> str:
    """The page as HTML, `alone` as a file that needs nothing else. What a form sent can't be opened again.

    The address is told, because the page of contact may be away, too.
    """
    told = [words.sentence(f"page.updating.{part}") for part in ("what", "kept", "do", "form")]
    again = SAME_ADDRESS if opens_again else None
    return still_page(
        words.sentence("page.updating.title"), told, again=again, write_to=support_email, talk=talk, alone=alone
    )


if __name__ == "__main__":
    FILE.write_text(updating_page(load_settings().support_email, alone=True), encoding="utf-8")
