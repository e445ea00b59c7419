"""What follows from the answers: the right points, each with its reason, its source and a page that is there."""

from datetime import UTC, datetime
from itertools import chain

import pytest

from db.values.intake import HearingAids, Interest, Program
from services.finder import Category, Place
from services.finder.choices import Use
from services.finder.rules import place_of, source_of
from services.intake.answers import Needs
from services.intake.recommending import Recommendation, answered, recommendations, rules
from services.words import known, sentence

NOW = datetime(2026, 2, 1, tzinfo=UTC)
NO = (
    "No",
    "none",
    "Never.",
    "N/A",
    "No hearing aids",
    "no hearing aids yet",
    "I have no hearing aids.",
    "never had hearing aids",
    "I don’t have any hearing aids",
    "Does not use hearing aids",
    " NO  AIDS ",
    "no claims",
    "No previous claims.",
    "0",
    "-",
    "\N{EM DASH}",
    "I had none",
)
NOT_ONLY_NO = (
    "No hearing aids before 2024, then two",
    "None in 2023, one in 2024",
    "Not paid by insurance: two aids",
    "Two hearing aids in 2024",
    "Nottingham clinic, one aid",
    "no receipts",
    "no claims before 2024, one since",
    "10",
    "I had one",
)
EVERYTHING = [
    *(Needs(hearing_aids=each) for each in HearingAids),
    *(Needs(programs=(each,)) for each in Program),
    *(Needs(interests=(each,)) for each in Interest),
    Needs(history="two aids"),
    Needs(history="none"),
]


def _ids(needs: Needs) -> list[str]:
    return [each.id for each in recommendations(needs, now=NOW)]


@pytest.mark.parametrize(
    ("needs", "ids"),
    [
        (Needs(), []),
        (Needs(programs=(), interests=()), []),
        (Needs(hearing_aids=HearingAids.NONE, history="", programs=(), interests=()), ["no_hearing_aids"]),
        (Needs(hearing_aids=HearingAids.NONE, history="two aids in 2015"), ["no_hearing_aids"]),
        (Needs(hearing_aids=HearingAids.OTHERS, history="two aids"), ["paid_by_others"]),
        (Needs(hearing_aids=HearingAids.SELF), ["hearing_aids"]),
        (Needs(hearing_aids=HearingAids.SHARED), ["hearing_aids", "paid_by_others"]),
        (Needs(hearing_aids=HearingAids.OTHERS), ["paid_by_others"]),
        (Needs(history="two aids"), ["hearing_aids"]),
        *((Needs(history=text), ["no_hearing_aids"]) for text in NO),
        *((Needs(history=text), ["hearing_aids"]) for text in NOT_ONLY_NO),
        (Needs(programs=(Program.SSI,)), ["ssi", "work_beside_benefits"]),
        (Needs(programs=(Program.SSDI,)), ["ssdi", "work_beside_benefits"]),
        (Needs(programs=(Program.OTHER,)), ["other_program"]),
        (Needs(interests=(Interest.WORK_INTERPRETERS,)), ["work_interpreters"]),
    ],
)
def test_the_points_follow_from_the_answers(needs: Needs, ids: list[str]) -> None:
    assert _ids(needs) == ids


def test_a_point_says_all_the_answers_that_it_follows_from_and_leads_to_the_year_that_people_file() -> None:
    both = Needs(programs=(Program.SSI, Program.SSDI), interests=(Interest.MEDICAL,))
    found: dict[str, Recommendation] = {each.id: each for each in recommendations(both, now=NOW)}
    assert found["work_beside_benefits"].because == ("program.SSI", "program.SSDI")
    assert found["medical"].to == "/tax/2025/costs"


def test_every_rule_asks_for_answers_that_can_be_given_and_has_words_and_a_source() -> None:
    can_be_given = set(chain.from_iterable(answered(each) for each in EVERYTHING))
    for rule in rules():
        assert set(rule["when"]) <= can_be_given, rule["id"]
        assert [part for part in ("title", "what") if not known(f"intake.advice.{rule['id']}.{part}")] == []
        assert rule["source"].startswith("IRS")
        assert rule["address"].startswith("https://www.irs.gov/")


def test_every_answer_that_a_rule_asks_for_has_words_for_why() -> None:
    asked = {when for rule in rules() for when in rule["when"]}
    assert [each for each in sorted(asked) if not known(f"intake.because.{each}")] == []


def test_work_interpreters_are_never_called_fully_deductible() -> None:
    assert "only if you itemize" in sentence("intake.advice.work_interpreters.what")


def test_no_advice_calls_a_cost_medical_that_the_finder_does_not_and_its_source_is_that_of_the_finder() -> None:
    assert place_of(Category.INTERPRETER, Use.CARE) is not Place.MEDICAL
    for rule in rules():
        said = sentence(f"intake.advice.{rule['id']}.what").lower()
        assert not ("medical cost" in said and "interpreter" in said), rule["id"]
    none = next(rule for rule in rules() if rule["id"] == "no_hearing_aids")
    named = {Category.AUDIOLOGIST: "What Are Medical Expenses?", Category.SPECIAL_TELEPHONE: "Telephone"}
    for category, heading in named.items():
        assert place_of(category, Use.CARE) is Place.MEDICAL
        assert heading in source_of(category).text
        assert heading in none["source"]
