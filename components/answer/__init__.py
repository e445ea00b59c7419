"""What a page comes to, as a heading."""

from components.native import element, written
from services.words import sentence

_MOST_IN_FULL_SIZE = len("$999,999")


class Answer:
    """A heading that is the result: a few words, and under them the figure very large. `show` changes both in place.

    It is one heading, "You get back $566", to whoever jumps from one heading to the next. While a field of the page
    shows an error, a line under it says that the answer goes by what was saved; not where it is `read_only`.
    """

    def __init__(self, *, read_only: bool = False) -> None:
        with element("h2", "answer") as self._heading:
            self._words = written("span", "")
            self._figure = written("span", "", "amount")
        if not read_only:
            written("p", sentence("answer.while_wrong"), "while-wrong")

    def show(self, words: str, figure: str = "") -> None:
        """Say it. Without a figure the words are an ordinary heading."""
        for drawn, text in ((self._words, f"{words} "), (self._figure, figure)):
            if drawn.text != text:
                drawn.text = text
        self._heading.classes(add="figured" if figure else None, remove=None if figure else "figured")
        is_long = len(figure) > _MOST_IN_FULL_SIZE
        self._figure.classes(add="long" if is_long else None, remove=None if is_long else "long")


class AnswerInSight:
    """The same in one slim line, for who answers questions where the card is out of sight: on a phone, in large text.

    Put it last into what is filled in there. It stands at the end of it, and until then at the bottom of the screen.
    Nothing is under it that has the focus: the page scrolls further. It is not said again; the card says it.
    """

    def __init__(self) -> None:
        with element("p", "answer-in-sight") as self._line:
            self._words = written("span", "")

    def show(self, words: str, figure: str = "") -> None:
        """Say it; without words there is nothing to see."""
        text = f"{words} {figure}".strip()
        if self._words.text != text:
            self._words.text = text
        self._line.set_visibility(bool(text))
