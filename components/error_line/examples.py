"""The states of error_line."""

from components.error_line import Leading, error_line


def something_to_mend() -> None:
    """Something to mend"""
    error_line("This is more than your wages. Is the point in the right place?")


def long_words() -> None:
    """Long words"""
    error_line(f"We don’t know “{'Telecommunications' * 4}”.")


def with_a_way_on() -> None:
    """With a way on"""
    error_line(Leading("Please show again that it is you.", "/account/prove", "Show that it is you"))
