"""What a customer's return comes to, for one of us who reads it."""

from components.answer import Answer
from components.layout import column
from components.prose import paragraph
from components.status_message import StatusMessage
from services.returns.estimate import Estimate
from services.words import sentence
from ui.estimate.answer.beyond import what_we_cannot_do
from ui.estimate.answer.in_words import announced, answer_in_words, why_in_words


class ResultForStaff:
    """Drawn once; `show` says what is true now, and tells of each later revision of the answers what it changed."""

    def __init__(self) -> None:
        self._shown: tuple[int, str] | None = None
        self._answer = Answer(read_only=True)
        self._why, self._beyond = paragraph(), column()
        self._changed = StatusMessage()

    def show(self, estimate: Estimate) -> None:
        """Show this revision of the answers."""
        result = estimate.result
        words = answer_in_words(result, for_staff=True) if result else (sentence("result.for_staff.none"),)
        self._answer.show(*words)
        missing = sentence("result.for_staff.missing") if estimate.missing else ""
        self._why.text = why_in_words(result, for_staff=True) if result else missing
        self._beyond.clear()
        with self._beyond:
            what_we_cannot_do(estimate.beyond)
        self._tell(estimate)

    def _tell(self, estimate: Estimate) -> None:
        before, self._shown = self._shown, (estimate.revision, result_for_staff(estimate))
        if before and before[0] != estimate.revision:
            code = "same" if before[1] == self._shown[1] else "changed"
            self._changed.say(sentence(f"result.for_staff.{code}", now=self._shown[1], before=before[1]), "info")


def result_for_staff(estimate: Estimate) -> str:
    """The result as one sentence; that there is none."""
    none = f"{sentence('result.for_staff.none')}."
    return announced(estimate.result, for_staff=True) if estimate.result else none
