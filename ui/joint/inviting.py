"""The form that invites the other person of a joint return, and what to think of before."""

from components.button import button
from components.form import form
from components.layout import row, section
from components.prose import bullet_list, paragraph
from services.attempts import Attempt
from services.returns.joint.inviting import Together
from services.words import moment, sentence
from ui.links.inviting import who_to_whom
from ui.mistakes import Mistakes

_CARE = ("everything", "name", "history", "helpers", "leave", "safe")


def inviting(told: Together, attempt: Attempt) -> None:
    """The form, with a letter that waits for an answer and the way to take it back."""
    with section(sentence("joint.care.title")):
        bullet_list([sentence(f"joint.care.{each}") for each in _CARE])
    hidden = {"return_id": str(told.return_id), "tax_year": str(told.tax_year)}
    if told.until:
        paragraph(sentence("joint.form.waiting", address=told.invited, until=moment(told.until)))
        with form("/api/forms/joint/take-back", hidden=hidden):
            button(sentence("joint.form.take_back"), kind="quiet", submit=True)
        paragraph(sentence("joint.form.again"))
    with form("/api/forms/joint", hidden=hidden):
        _fields(attempt)
        with row():
            button(sentence("joint.form.send"), submit=True)


def _fields(attempt: Attempt) -> None:
    mistakes = Mistakes(attempt)
    mistakes.sum_up(**who_to_whom("joint.form", attempt.typed, mistakes))


def leaving(told: Together) -> None:
    """What leaving means, and the button that does it at once."""
    with section(sentence("joint.leave.title")):
        bullet_list([sentence(f"joint.leave.{each}") for each in ("copy", "apart", "quiet", "seen")])
        hidden = {"return_id": str(told.return_id), "tax_year": str(told.tax_year)}
        with form("/api/forms/joint/leave", hidden=hidden):
            button(sentence("joint.leave.button"), kind="quiet", submit=True)
