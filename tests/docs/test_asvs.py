"""The list of requirements is whole, and names for each what holds it: a program that looks, or somebody's eye."""

import re
from collections import Counter

from tests.docs.documents import ROOT, rows_in, text_of

PAGE = ROOT / "docs/asvs.md"
ROWS = rows_in(PAGE, "Each one")
NUMBERS = [number for row in ROWS for number in row[0].split(", ")]
# How many requirements of level 1 or 2 each section of ASVS 5.0.0 has, counted in its source.
SECTIONS = {
    "1.1": 2,
    "1.2": 9,
    "1.3": 11,
    "1.4": 3,
    "1.5": 2,
    "2.1": 3,
    "2.2": 3,
    "2.3": 4,
    "2.4": 1,
    "3.2": 2,
    "3.3": 4,
    "3.4": 6,
    "3.5": 5,
    "3.7": 2,
    "4.1": 3,
    "4.2": 1,
    "4.3": 2,
    "4.4": 4,
    "5.1": 1,
    "5.2": 3,
    "5.3": 2,
    "5.4": 3,
    "6.1": 3,
    "6.2": 12,
    "6.3": 4,
    "6.4": 4,
    "6.5": 5,
    "6.6": 3,
    "6.8": 4,
    "7.1": 3,
    "7.2": 4,
    "7.3": 2,
    "7.4": 5,
    "7.5": 2,
    "7.6": 2,
    "8.1": 2,
    "8.2": 3,
    "8.3": 1,
    "8.4": 1,
    "9.1": 3,
    "9.2": 4,
    "10.1": 2,
    "10.2": 2,
    "10.3": 4,
    "10.4": 11,
    "10.5": 5,
    "10.6": 2,
    "10.7": 3,
    "11.1": 2,
    "11.2": 3,
    "11.3": 3,
    "11.4": 4,
    "11.5": 1,
    "11.6": 1,
    "12.1": 3,
    "12.2": 2,
    "12.3": 4,
    "13.1": 1,
    "13.2": 5,
    "13.3": 2,
    "13.4": 5,
    "14.1": 2,
    "14.2": 4,
    "14.3": 3,
    "15.1": 3,
    "15.2": 3,
    "15.3": 7,
    "16.1": 1,
    "16.2": 5,
    "16.3": 4,
    "16.4": 3,
    "16.5": 3,
    "17.1": 1,
    "17.2": 4,
    "17.3": 2,
}


def test_every_requirement_of_levels_1_and_2_stands_there_once() -> None:
    assert [number for number, times in Counter(NUMBERS).items() if times > 1] == []
    assert Counter(number.rpartition(".")[0] for number in NUMBERS) == SECTIONS


def test_each_requirement_says_what_is_done_and_what_holds_it() -> None:
    for requirement, done, held in ROWS:
        assert done, requirement
        assert re.search(r"Eye|none here|not met|bandit|mypy|`tests/", held), requirement


def test_what_is_not_met_is_said_in_security_md() -> None:
    missing = [number for row in ROWS if "not met" in row[1] + row[2] for number in row[0].split(", ")]
    said = text_of(ROOT / "SECURITY.md").split("## What is not there yet", 1)[1]
    assert missing
    assert [number for number in missing if number not in said] == []
