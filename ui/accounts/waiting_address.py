"""A change of the e-mail address that waits: to which address, until when, and what one can do about it."""

from datetime import datetime, timedelta

from components.button import button
from components.form import form
from components.layout import row
from components.notice import notice
from components.prose import paragraph
from services.accounts.changes.waiting import Waiting
from services.words import moment, sentence


def waiting_address(asked: Waiting) -> None:
    """Nothing has changed yet; the letter can come again, and the change can be given up."""
    with notice("warn", title=sentence("waiting_address.title")):
        paragraph(sentence("waiting_address.asked", address=asked.new))
        paragraph(sentence("waiting_address.until", until=moment(asked.until)))
        paragraph(sentence("waiting_address.written", at=moment(asked.written_at)))
        paragraph(sentence("waiting_address.no_letter"))
        if asked.again_from:
            paragraph(sentence("waiting_address.again_from", at=moment(_whole_minute(asked.again_from))))
        with row():
            _press("again")
            _press("give-up")


def _whole_minute(at: datetime) -> datetime:
    """The next one: a button that is pressed at the time that we tell must work."""
    begun = at.replace(second=0, microsecond=0)
    return at if at == begun else begun + timedelta(minutes=1)


def _press(act: str) -> None:
    label = sentence(f"waiting_address.{act}")
    with form(f"/api/forms/email-address/{act}", label=label):
        button(label, kind="quiet", submit=True)
