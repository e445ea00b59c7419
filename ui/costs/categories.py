"""The kinds of cost in the order in which people look for them."""

from collections.abc import Iterator

from components.choice_group import Choice
from components.select import Group
from services.finder import Category
from services.words import sentence

_GROUPS: dict[str, tuple[Category, ...]] = {
    "devices": (
        Category.HEARING_AIDS,
        Category.HEARING_AID_UPKEEP,
        Category.COCHLEAR_IMPLANT,
        Category.SPECIAL_TELEPHONE,
        Category.TV_CAPTIONS,
        Category.WORK_ALERTING_DEVICE,
    ),
    "care": (
        Category.AUDIOLOGIST,
        Category.HEARING_CARE,
        Category.MEDICAL_DRIVING,
        Category.HEARING_DOG,
        Category.LIP_READING_LESSONS,
        Category.SPECIAL_EDUCATION,
    ),
    "communication": (Category.INTERPRETER, Category.CAPTIONING, Category.NOTE_TAKER),
    "home": (Category.HOME_ALARMS, Category.HOME_CHANGES),
    "everyday": (
        Category.HEARING_PROTECTION,
        Category.HEADPHONES,
        Category.ORDINARY_PHONE,
        Category.PHONE_AND_INTERNET,
        Category.OTHER,
    ),
}


def categories() -> Iterator[Choice | Group]:
    """What a select offers: nothing chosen, then every kind of cost under the words of its group."""
    yield Choice("", sentence("costs.choose"))
    for name, members in _GROUPS.items():
        options = [Choice(str(each), sentence(f"finder.category.{each}")) for each in members]
        yield Group(sentence(f"costs.category_group.{name}"), options)
