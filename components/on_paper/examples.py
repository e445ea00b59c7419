"""The states of on_paper."""

from components.on_paper import only_on_screen, paper_line
from components.prose import paragraph


def on_the_screen() -> None:
    """On the screen; print this page to see the other one"""
    with only_on_screen():
        paragraph("We save every answer when you leave its field.")
    paper_line("This is an estimate, not a tax return.")
