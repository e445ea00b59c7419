"""What others have changed in an estimate, for its owner: what, who and when."""

from components.description_list import Entry, description_list
from components.disclosure import disclosure
from components.layout import column
from components.link import link
from components.notice import notice
from components.prose import paragraph
from services.returns.estimate import Estimate
from services.returns.history import ChangeByOther
from services.returns.questions.in_words import question_in_words
from services.words import moment, sentence
from ui.joint.changes import way_to_changes


class ChangedBy:
    """Drawn empty; `show` says the newest change, and unfolds those before it."""

    def __init__(self) -> None:
        self._box = column()
        self._shown: tuple[ChangeByOther, ...] = ()

    def show(self, estimate: Estimate) -> None:
        """Bring it up to date. After a change of one's own, what was said stays."""
        changes = estimate.by_others
        if not changes or changes == self._shown:
            return
        self._shown = changes
        self._box.clear()
        with self._box, notice():
            newest = changes[0]
            paragraph(sentence("trust.changed_by.newest", who=who_changed(newest), what=question_in_words(newest.path)))
            with disclosure(sentence("trust.changed_by.all")):
                description_list(
                    [Entry(question_in_words(each.path), f"{who_changed(each)}, {moment(each.at)}") for each in changes]
                )
            if way := way_to_changes(estimate):
                link(sentence("joint.changes.see"), way)


def who_changed(change: ChangeByOther) -> str:
    """Who made the change, as we may say it."""
    return change.who or sentence("trust.changed_by.somebody")
