"""Everything that people read is as easy as we promise: at most 20 words a sentence, at most US grade 8."""

import pytest

from tests.reading import AIM_GRADE, HARDEST_GRADE, faults_of, grade, is_passage, sentences_in, syllables
from tests.reading.sources import said_by, texts

SHARE_OVER_THE_AIM = 0.07
WORDS_OF_THE_LAW = {
    "consents/law.toml:": "Revenue Procedure 2013-14 prescribes these sentences word by word",
    ":signing": "the law wants who consents, to whom and for what in the one sentence that is signed",
    "schedule_r.20.label": "the credit is called so on the form",
}
"""What stays harder, by a part of where it stands, each with why. Somebody has looked at every one."""


def _is_of_the_law(place: str) -> bool:
    return any(part in place for part in WORDS_OF_THE_LAW)


def test_every_text_is_short_and_plain_enough() -> None:
    assert {
        place: faults for place, text in texts().items() if not _is_of_the_law(place) and (faults := faults_of(text))
    } == {}


@pytest.mark.parametrize("part", WORDS_OF_THE_LAW)
def test_no_exception_is_made_for_what_is_easy_to_read(part: str) -> None:
    assert any(faults_of(text) for place, text in texts().items() if part in place)


def test_nearly_all_texts_reach_the_aim() -> None:
    grades = [grade(text) for place, text in texts().items() if is_passage(text) and not _is_of_the_law(place)]
    assert sum(each > AIM_GRADE for each in grades) / len(grades) < SHARE_OVER_THE_AIM


def test_the_search_finds_what_a_screen_says_itself() -> None:
    source = (
        '"""A page."""\nraise ValueError("Not this one.")\nparagraph("Read " "this.")\nheading(f"Person {n} of {m}")'
    )
    assert list(said_by(source)) == [(3, "Read this."), (4, "Person {} of {}")]


def test_a_sentence_ends_at_a_full_stop_and_at_a_blank_line() -> None:
    assert sentences_in("One two. Three!\n\nFour\nfive") == ["One two.", "Three!", "Four\nfive"]


@pytest.mark.parametrize(
    ("word", "count"),
    [("table", 2), ("wanted", 2), ("used", 1), ("income", 2), ("taxes", 2), ("area", 3), ("W-2", 1), ("31,200", 1)],
)
def test_syllables_are_counted_as_people_say_them(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_hard_text_has_a_higher_grade_than_an_easy_one_and_is_a_fault() -> None:
    hard = "The determination of eligibility necessitates documentation of contemporaneous expenditures."
    assert grade(hard) > HARDEST_GRADE > grade("Tick all that fit you. We ask only about those.")
    assert faults_of(hard) == [f"grade {grade(hard):.1f}: {hard}"]
    assert faults_of("word " * 21) == [f"21 words: {'word ' * 21}".strip()]
