"""The states of description_list."""

from components.description_list import Entry, description_list


def to_read() -> None:
    """To read"""
    description_list([Entry("Tax year", "2025"), Entry("Filing status", "Married, one return together")])


def to_change() -> None:
    """With links to change, and one that is not answered"""
    description_list(
        [
            Entry("Name", "Rosa Martínez", "#"),
            Entry("Address", "12 Lilac Way\nRochester, NY 14604", "#"),
            Entry("How we talk", "", "#"),
        ]
    )


def long_words() -> None:
    """Long words"""
    word = "rosa.maria.martinez.de.la.cruz.y.rodriguez@a-very-long-name-of-a-school.example.com"
    description_list([Entry("Rindfleischetikettierungsüberwachung", word, "#")])
