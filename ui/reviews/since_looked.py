"""What was changed in a return since its preparer last looked, each answer with the way to its line."""

from collections.abc import Collection, Mapping

from nicegui.element import Element

from components.button import button
from components.layout import column, section
from components.link import place_link
from components.live_region import announce
from components.prose import paragraph
from components.status_message import StatusMessage
from components.timeline import Timeline
from services.house import House
from services.returns.changes import MOST_SHOWN
from services.returns.estimate import Estimate
from services.reviews.changed import Change
from services.reviews.reading import Seen
from services.words import moment, sentence
from services.words.lines import line_words
from ui.estimate.changes_table import as_answered
from ui.estimate.lines.told import line_of_each
from ui.guards import Visit
from ui.reviews import acts
from ui.reviews.room import Room
from ui.reviews.steps import going_to


class SinceLooked:
    """Nothing while nothing was changed. A change that comes while the page is open is added and read out.

    All stays, however often the page is opened, until the preparer says that they have looked. `lead_to` names the
    place of all answers, where one leads that is in no line.
    """

    def __init__(self, house: House, visit: Visit, room: Room) -> None:
        self._house, self._visit, self._room = house, visit, room
        self._shown: dict[int, Element] = {}
        self._answers, self._is_drawn = "", False
        self._place, self._said = column(), column()
        with self._place, section(sentence("review.since_looked.title")):
            self._about = paragraph()
            self._latest = paragraph(sentence("review.since_looked.latest", count=MOST_SHOWN))
            self._list = Timeline(sentence("review.since_looked.list"))
            button(sentence("review.since_looked.button"), kind="quiet", on_press=self._looked)
        self._said.props["tabindex"] = "-1"
        with self._said:
            self._done = StatusMessage()

    def lead_to(self, answers: Element) -> None:
        """Where all answers are."""
        self._answers = answers.html_id

    def show_estimate(self, _: Estimate) -> None:
        """Show what was changed up to now."""
        self._show()

    def show_step(self, _: Seen) -> None:
        """Take away what they have looked at, perhaps in another window."""
        self._show()

    def _show(self) -> None:
        changes = {each.told.revision: each for each in self._room.now.since_looked(self._room.seen)}
        for revision in self._shown.keys() - changes.keys():
            self._list.remove(self._shown.pop(revision))
        came = [each for revision, each in changes.items() if revision not in self._shown]
        lines = line_of_each(self._room.estimate) if came else {}
        for each in came:
            self._shown[each.told.revision] = self._added(each, line_of(lines, each.told.path))
        self._place.set_visibility(bool(changes))
        if changes:
            self._say_how_many(changes.values())
        if came and self._is_drawn:
            self._done.clear()
            announce(sentence("review.since_looked.said"))
        self._is_drawn = True

    def _say_how_many(self, changes: Collection[Change]) -> None:
        count, when = len({each.told.path for each in changes}), self._room.seen.looked_at
        if when:
            code = "review.since_looked.one" if count == 1 else "review.since_looked.some"
            self._about.text = sentence(code, count=count, when=moment(when))
        self._latest.set_visibility(len(changes) == MOST_SHOWN)

    def _added(self, change: Change, line: str) -> Element:
        told, who = change.told, sentence(f"review.changed.by.{change.by}")
        said = {"before": told.before, "after": told.after}
        above = [sentence(f"review.since_looked.{name}", said=as_answered(words)) for name, words in said.items()]
        when = sentence("review.wrote", who=who, when=moment(told.at))
        with self._list.add(when, told.question, above=above) as drawn:
            if line:
                label = line_words(line, self._room.seen.tax_year).label
                button(sentence("review.go_to", line=label), kind="quiet", on_press=going_to(self._room.go_to, line))
            elif self._answers:
                place_link(sentence("review.since_looked.among_answers"), self._answers)
        return drawn

    async def _looked(self) -> str | None:
        look_over = acts.look_over.by(
            self._house,
            self._visit,
            then=self._said_so,
            review_id=self._room.seen.id,
            revision=self._room.estimate.revision,
        )
        return await look_over()

    def _said_so(self, seen: Seen) -> None:
        self._room.show(seen)
        if not self._shown:
            self._done.say(sentence("review.since_looked.done"))
            self._said.run_method("focus")  # what holds the focus stays in sight, and the button goes


def line_of(lines: Mapping[str, str], path: str) -> str:
    """The line of an answer; of a dependent, that of the person."""
    person = ".".join(path.split(".")[:2])
    return lines.get(path) or lines.get(person, "")
