"""The lines of a return for its members outside of the review: with what a preparer noted at each."""

from collections.abc import Mapping, Sequence

from components.link import link
from components.prose import paragraph, paragraphs
from components.worksheet import Worksheet
from services import policy
from services.house import House
from services.returns.estimate import Estimate
from services.reviews import reading
from services.reviews.reading import Step
from services.words import day_of, sentence
from ui.estimate.answer.missing import PlaceOf
from ui.estimate.lines.worksheet import EstimateWorksheet
from ui.estimate.opening import page_of
from ui.guards import Visit

Notes = Mapping[str, Sequence[Step]]
"""What was noted, by line."""


async def notes_for(house: House, visit: Visit, estimate: Estimate) -> Notes:
    """The notes of the latest review. Guests have no review, and a trusted person does not see that of a customer."""
    if estimate.helping or not policy.reviews.ASK.allows(visit.visitor):
        return {}
    async with house.transaction(visit.person) as session:
        seen = await reading.latest_of(session, visit.person, return_id=estimate.return_id)
    return seen.noted if seen else {}


def note_by(note: Step) -> str:
    """Who wrote it, and on which day."""
    return sentence("review.noted.by", name=note.who, day=day_of(note.at))


def lines_with_notes(estimate: Estimate, notes: Notes, *, place_of: PlaceOf) -> None:
    """Every line. One with a note is marked, and says below its explanation what was noted and where to answer."""

    def draw(line: str) -> None:
        for note in notes.get(line, ()):
            paragraph(note_by(note), small=True, soft=True)
            paragraphs(note.text)
        if line in notes:
            with paragraph():
                link(sentence("review.noted.link"), page_of(estimate, "review"))

    def worksheet() -> Worksheet:
        return Worksheet(more=draw if notes else None)

    lines = EstimateWorksheet(place_of=place_of, costs_path=page_of(estimate, "costs"), worksheet=worksheet)
    lines.show(estimate)
    for line in notes:
        lines.sheet.mark(line, sentence("review.noted.mark"))
