"""What others wrote in a review while its page was open: in sight at the top, with a link to each, and read out."""

from collections.abc import Iterable

from nicegui.element import Element

from components.layout import column
from components.link import place_link
from components.live_region import announce
from components.notice import notice
from components.prose import paragraph
from services.reviews.reading import Step
from services.words import sentence
from services.words.lines import line_words
from ui.reviews.steps import step_in_words


class News:
    """Nothing at first. One's own steps are no news, in whichever window one took them."""

    def __init__(self, tax_year: int, *, by_preparer: bool) -> None:
        self._tax_year, self._by_preparer = tax_year, by_preparer
        self._place = column()
        with self._place, notice(title=sentence("review.news.title")):
            self._list = column()
        self._place.set_visibility(False)

    def show(self, came: Iterable[tuple[Step, Element]], *, is_told: bool) -> None:
        """Add these steps, each with where it stands. They are read out, unless the page has told them already."""
        for step, place in came:
            if step.text and not step.is_own:
                words = self._in_words(step)
                self._place.set_visibility(True)
                with self._list, paragraph():
                    place_link(words, place.html_id)
                if not is_told:
                    announce(sentence("review.news.said", what=words))

    def _in_words(self, step: Step) -> str:
        what = step_in_words(step, by_preparer=self._by_preparer)
        if not step.line:
            return what
        return sentence("review.news.about", what=what, line=line_words(step.line, self._tax_year).label)
