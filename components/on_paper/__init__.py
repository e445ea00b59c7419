"""What is said on the screen only, and what only on paper. How paper looks stands in assets/css/print.css."""

from nicegui.element import Element

from components.native import element, written
from services.words import sentence


def only_on_screen() -> Element:
    """What helps nobody on paper, such as how answers are saved. Put it into this."""
    return element("div", "on-screen")


def paper_line(words: str) -> Element:
    """A line that is only printed: what this paper is, and the day, by the clock of who prints it."""
    with element("p", "on-paper") as drawn:
        written("strong", words)
        written("span", f" {sentence('on_paper.printed')} ")
        element("time", data_today="")
    return drawn
