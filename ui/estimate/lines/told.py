"""What a line of the worksheet comes from: the questions whose answers are in it, with where they are asked."""

from collections.abc import Callable, Iterator

from components.link_list import Entry
from services.returns.answers import COLLEGE, answer_at, college_costs
from services.returns.answers.in_words import in_words
from services.returns.estimate import Estimate
from services.returns.explaining.story import story
from services.returns.forms import Told, told_by_forms
from services.returns.questions import BESIDE_PAY_FORMS
from services.returns.questions.about import question_about
from services.returns.questions.in_words import told_in_words
from services.returns.questions.people import names_of
from services.words import known, sentence

_ASKED_AS = {"taxpayer.age": "taxpayer.date_of_birth", "spouse.age": "spouse.date_of_birth"}
_PEOPLE = "dependents."
_OF_STUDENTS = f"credits.{COLLEGE}"


class ToldFor:
    """The answers of one estimate. `place_of(path)` is the id of the place where the answer at a path is given."""

    def __init__(self, estimate: Estimate, *, place_of: Callable[[str], str]) -> None:
        self._answers, self._place_of = estimate.answers, place_of

    def at(self, path: str) -> Iterator[Entry]:
        """What was told for one input of the engine, which stands elsewhere in the answers if it is about people."""
        if path == "dependents":
            yield from self._dependents()
        elif path == _OF_STUDENTS:
            yield from self._students()
        else:
            yield from self._amount(path, _ASKED_AS.get(path, path))

    def _amount(self, path: str, question: str) -> Iterator[Entry]:
        forms = [told for told in told_by_forms(self._answers) if told.field == path]
        yield from map(self._of_form, forms)
        yield from self._beside(path) if forms else ()
        if known(f"question.{question}.label") and not (forms and answer_at(self._answers, question) is None):
            yield self._answer(question)

    def _beside(self, path: str) -> Iterator[Entry]:
        """What comes to the profit of a business beside its forms, and what is taken off."""
        holder, _, name = path.partition(".")
        for beside in BESIDE_PAY_FORMS if name == "self_employment_net_profit" else ():
            if answer_at(self._answers, asked := f"{holder}.{beside}"):
                yield self._answer(asked)

    def _of_form(self, told: Told) -> Entry:
        """ "W-2 from Wegmans, box 1: wages, tips, other pay", and the amount in it."""
        return Entry(told_in_words(told.box, told.form, told.number), self._place_of(told.box), in_words(told.amount))

    def _students(self) -> Iterator[Entry]:
        return (self._answer(path) for path, amount in college_costs(self._answers) if amount)

    def _dependents(self) -> Iterator[Entry]:
        people = self._answers.dependents
        for person, dependent in zip(names_of(people), people, strict=True):
            place = self._place_of(f"dependents.{dependent.id}.date_of_birth")
            yield Entry(sentence("worksheet.person", person=person), place)

    def _answer(self, path: str) -> Entry:
        label = question_about(self._answers, path)
        return Entry(label, self._place_of(path), in_words(answer_at(self._answers, path)))


def line_of_each(estimate: Estimate) -> dict[str, str]:
    """The id of the line that tells an answer first, by the path of the answer; of a dependent, by that of the person.

    Left out is what no line tells, and all while there is no result. Costs for hearing have a page of their own.
    """
    told, found = ToldFor(estimate, place_of=lambda path: path), dict[str, str]()
    for each in story(estimate.result) if estimate.result else ():
        for entry in (entry for path in each.typed for entry in told.at(path)):
            found.setdefault(
                entry.to.removesuffix(".date_of_birth") if entry.to.startswith(_PEOPLE) else entry.to, each.line.id
            )
    return found
