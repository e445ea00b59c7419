"""What the last answer changed, and why, under the refund so far."""

from components.link import link
from components.prose import paragraph
from services.interview.change import Change, Reason, change_between
from services.returns.estimate import Estimate
from services.returns.history import ChangeByOther
from services.returns.questions.in_words import question_in_words
from services.words import in_dollars, sentence
from ui.estimate.changed_by import who_changed
from ui.estimate.lines.idle import idle_at, why_in_words
from ui.joint.changes import way_to_changes


class Changed:
    """Drawn with what the last answer changed, if it is known, and who else gave which answer. `show` keeps it true.

    Where two people hold the return, a link leads to all that each of them changed.
    """

    def __init__(self, change: Change | None, estimate: Estimate) -> None:
        words = f"{_whose_last(estimate)} {change_in_words(change)}".strip() if change else ""
        self._line = paragraph(words, soft=True)
        if way := way_to_changes(estimate):
            with paragraph(small=True):
                link(sentence("joint.changes.see"), way)
        self._before: Estimate | None = None
        self._by_others: tuple[ChangeByOther, ...] = ()

    def show(self, estimate: Estimate, about: str = "") -> None:
        """Compare with what was shown before; `about` is the path of the answer that was saved here.

        What changed no amount changes no word, unless it is an answer of this page that was not saved before.
        """
        before, self._before = self._before, estimate
        whose = self._whose(estimate)
        if before is None or before.revision == estimate.revision:
            return
        if not (before.result and estimate.result):
            self._line.text = ""
            return
        change = change_between(before.result, estimate.result)
        idle = idle_at(estimate, about)
        if idle and not (change.up or idle.in_part):
            self._line.text = why_in_words(idle)
        elif change.up or (about and not about.startswith("had.")):
            in_part = why_in_words(idle) if idle and idle.in_part else ""
            self._line.text = f"{whose} {change_in_words(change)} {in_part}".strip()

    def _whose(self, estimate: Estimate) -> str:
        """Who changed it, of an estimate that was looked up again; nothing of one that comes of a change here."""
        if not estimate.of_the_year:
            return ""
        known, self._by_others = self._by_others, estimate.by_others
        if estimate.by_others and estimate.by_others != known:
            return _by(estimate.by_others[0])
        return sentence("interview.change.elsewhere")


def _whose_last(estimate: Estimate) -> str:
    """Whose the answer is that was given last; nothing of one's own."""
    latest = estimate.by_others[0] if estimate.by_others else None
    return _by(latest) if latest and latest.revision == estimate.revision else ""


def _by(change: ChangeByOther) -> str:
    return sentence("trust.changed_by.newest", who=who_changed(change), what=question_in_words(change.path))


def change_in_words(change: Change) -> str:
    """By how much the refund went up or down, and because of what."""
    if not change.up:
        return sentence("interview.change.none")
    way = "up" if change.up > 0 else "down"
    return " ".join([_with(way, change.up), *map(_reason, change.reasons)])


def _with(way: str, cents: int) -> str:
    return sentence(f"interview.change.{way}", amount=in_dollars(abs(cents)))


def _reason(reason: Reason) -> str:
    code = "more" if reason.more > 0 else "less"
    return sentence(f"interview.change.{code}", what=sentence(reason.part), amount=in_dollars(abs(reason.more)))
