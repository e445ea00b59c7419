"""The states of link_list."""

from components.link_list import Entry, link_list
from components.prose import heading


def to_places_and_pages() -> None:
    """To a place of the page, to another page, and to nowhere yet"""
    title = heading("Your wages", 3)
    link_list([Entry("Your wages", title.html_id), Entry("Costs for your hearing", "/"), Entry("Your other forms")])


def with_figures() -> None:
    """With figures"""
    link_list([Entry("Pay from jobs", "/", "$31,200"), Entry("Interest", "/", "$310")])


def long_words() -> None:
    """Long words"""
    link_list([Entry("Telecommunicationsdevicesandvideorelayequipment", "/", "$999,999,999.99")])
