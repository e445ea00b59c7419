"""The states of link."""

from components.disclosure import disclosure
from components.layout import row
from components.link import link, link_out, place_link
from components.prose import paragraph


def in_a_sentence() -> None:
    """In a sentence"""
    with paragraph("You can stop at any time. "):
        link("How we keep your data", "#")


def as_the_next_step() -> None:
    """As the next step, main and quiet, with an icon"""
    with row():
        link("Estimate my refund", "#", kind="main")
        link("Ask a person", "#", kind="quiet", icon="message-square-text")


def completed_for_screen_readers() -> None:
    """Completed for screen readers"""
    with paragraph("We talk by text. "):
        link("Change", "#", hidden_suffix=" how we talk")


def to_a_place_of_the_page() -> None:
    """To a place of the page that is closed"""
    with disclosure("More about it") as more:
        paragraph("The link opened this.")
    with paragraph("It is said further up. "):
        place_link("Go there", more.html_id)


def to_another_site() -> None:
    """To another site"""
    with paragraph("You file with the IRS: "):
        link_out("IRS Free File", "https://www.irs.gov/freefile")


def long_words() -> None:
    """Long words"""
    with paragraph("An address: "):
        link("https://www.irs.gov/forms-pubs/about-a-very-long-name-of-a-publication-for-everybody", "#")
    link("Telecommunicationsdevicesandvideorelayequipment", "#", kind="quiet")
