"""The list of criteria is whole, and names for each what holds it: a program that looks, or somebody's eye."""

import re
from collections import Counter

from tests.docs.documents import ROOT, rows_in
from tests.wcag import CRITERIA

PAGE = ROOT / "docs/wcag.md"
ROWS = rows_in(PAGE, "Each one")
NUMBERS = [number for row in ROWS for number in row[0].split(", ")]
# How many criteria of level A or AA each guideline of WCAG 2.2 has (4.1.1 is gone): https://www.w3.org/TR/WCAG22/
GUIDELINES = ("1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "2.4", "2.5", "3.1", "3.2", "3.3", "4.1")
CRITERIA_OF_EACH = (1, 5, 5, 9, 3, 2, 1, 8, 6, 2, 5, 6, 2)


def test_every_criterion_of_level_a_and_aa_stands_there_once() -> None:
    assert len(set(NUMBERS)) == len(NUMBERS)
    counted = Counter(number.rpartition(".")[0] for number in NUMBERS)
    assert counted == dict(zip(GUIDELINES, CRITERIA_OF_EACH, strict=True))


def test_criteria_that_are_named_elsewhere_are_here_by_their_level() -> None:
    assert {number for number, (_, level) in CRITERIA.items() if level != "AAA"} <= set(NUMBERS)
    assert not {number for number, (_, level) in CRITERIA.items() if level == "AAA"} & set(NUMBERS)


def test_each_criterion_says_what_holds_it() -> None:
    for criterion, done, held in ROWS:
        assert done, criterion
        assert re.search(r"axe|audit|Eye|`tests/", held), criterion


def test_what_is_not_met_is_said_in_accessibility_md() -> None:
    missing = {number for row in ROWS if "not met" in row[1] for number in row[0].split(", ")}
    limits = (ROOT / "ACCESSIBILITY.md").read_text("utf-8").split("## Known limits", 1)[1]
    assert [number for number in missing if number not in limits] == []
