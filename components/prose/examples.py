"""The states of prose."""

from components.link import link
from components.prose import amount, bullet_list, heading, paragraph, paragraphs, phrase, strong


def headings_in_order() -> None:
    """Headings in order"""
    heading("A part of the page", 2)
    heading("A smaller part", 3)
    heading("The smallest part", 4)


def a_paragraph() -> None:
    """A paragraph, and one with a link"""
    paragraph("Your employer sends you a W-2 in January. It shows your pay and the tax already taken out.")
    with paragraph("Not sure? "):
        link("Ask a person", "#")
        phrase(". You never need to hear or speak.")


def what_somebody_wrote() -> None:
    """What somebody wrote, line by line"""
    paragraphs("I can’t find the button.\n\nIt was there yesterday.")


def second_voice() -> None:
    """The second voice, and small"""
    paragraph("The estimate takes about 10 minutes.", soft=True)
    paragraph("Source: Form 1040 (2025), line 12.", soft=True, small=True)


def weighty_words() -> None:
    """Weighty words and a large figure"""
    with paragraph("Now by "):
        strong("text")
        phrase(".")
    amount("$566")


def a_list() -> None:
    """A list"""
    bullet_list(["Your W-2", "Your Social Security number", "Bank account, if you want the money there"])
