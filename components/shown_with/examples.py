"""The states of shown_with."""

from components.choice_group import Choice
from components.form import form
from components.select import select
from components.shown_with import shown_with
from components.text_field import text_field

_ANIMALS = [Choice("cat", "A cat"), Choice("other", "Another animal")]


def out_of_sight() -> None:
    """Its answer is not chosen"""
    _pets("cat", "Your pet")


def in_sight() -> None:
    """Its answer is chosen"""
    _pets("other", "Your other pet")


def _pets(now: str, label: str) -> None:
    with form("/api/forms/none", label=label):
        select("Which pet do you have?", _ANIMALS, name="pet", value=now)
        with shown_with("pet", "other", now=now):
            text_field("Which animal is it?", name="which")
