"""A mistake that shows only beside the other answers is told where it is made."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from db.values.returns import FilingStatus
from services import words
from services.errors import Invalid
from services.house import House
from services.returns import answering, opening
from services.returns.answers import Answers, Dependent, Income, put_answer
from services.returns.consistency import above_for_these_people, check
from services.visitor import Guest
from tests.factories import a_guest, an_estimate


@pytest.mark.parametrize("who", ["taxpayer", "dependent"])
def test_nobody_on_a_return_is_born_after_its_year(who: str) -> None:
    child = Dependent()
    answers = Answers(dependents=[child])
    path = "taxpayer.date_of_birth" if who == "taxpayer" else f"dependents.{child.id}.date_of_birth"
    put_answer(answers, path, date(2025, 12, 31))
    check(answers, path, 2025)
    put_answer(answers, path, date(2026, 1, 1))
    with pytest.raises(Invalid, match=r"answer\.born_later"):
        check(answers, path, 2025)


@pytest.mark.parametrize("path", ["income.qualified_dividends", "income.ordinary_dividends"])
def test_qualified_dividends_are_a_part_of_the_ordinary_ones(path: str) -> None:
    check(Answers(income=Income(ordinary_dividends=Decimal(90), qualified_dividends=Decimal(90))), path, 2025)
    with pytest.raises(Invalid, match=r"tax\.input\.dividends"):
        check(Answers(income=Income(qualified_dividends=Decimal(90))), path, 2025)


def _with_deduction(name: str, amount: int, status: FilingStatus | None) -> Answers:
    answers = Answers(filing_status=status)
    put_answer(answers, f"adjustments.{name}", Decimal(amount))
    return answers


@pytest.mark.parametrize(
    ("name", "tax_year", "status", "most"),
    [
        ("ira_deduction", 2025, FilingStatus.SINGLE, 8000),
        ("ira_deduction", 2025, FilingStatus.MARRIED_JOINT, 16000),
        ("ira_deduction", 2026, None, 17200),
        ("hsa_deduction", 2025, FilingStatus.HEAD_OF_HOUSEHOLD, 9550),
        ("hsa_deduction", 2025, FilingStatus.MARRIED_JOINT, 10600),
        ("hsa_deduction", 2026, FilingStatus.MARRIED_SEPARATE, 9750),
    ],
)
def test_a_deduction_that_nobody_can_have_is_refused(
    name: str, tax_year: int, status: FilingStatus | None, most: int
) -> None:
    path = f"adjustments.{name}"
    check(_with_deduction(name, most, status), path, tax_year)
    with pytest.raises(Invalid, match=f"answer.{name[:3]}_above_limit"):
        check(_with_deduction(name, most + 1, status), path, tax_year)


@pytest.mark.parametrize(
    ("name", "tax_year", "born", "most"),
    [
        ("ira_deduction", 2025, (1982, 1980), 14000),
        ("ira_deduction", 2026, (1982, 1970), 16100),
        ("hsa_deduction", 2025, (1982,), 8550),
        ("hsa_deduction", 2026, (1982,), 8750),
    ],
)
def test_what_only_older_people_can_deduct_is_asked_about(
    name: str, tax_year: int, born: tuple[int | None, ...], most: int
) -> None:
    path, status = f"adjustments.{name}", FilingStatus.MARRIED_JOINT if len(born) > 1 else FilingStatus.SINGLE
    for amount, asked in ((most, []), (most + 1, [(path, f"second_look.{name[:3]}_at_age", Decimal(most))])):
        answers = _with_deduction(name, amount, status)
        for adult, year in zip((answers.taxpayer, answers.spouse), born, strict=False):
            adult.date_of_birth = date(year, 6, 1) if year else None
        check(answers, path, tax_year)
        assert [*above_for_these_people(answers, tax_year)] == asked
        assert words.known(f"second_look.{name[:3]}_at_age")


@pytest.mark.parametrize(
    ("tax_year", "born", "shared", "apart"),
    [(2025, 1982, 8550, 8600), (2026, 1982, 8750, 8800), (2025, 1970, 9550, 9600), (2025, None, 9550, 9600)],
)
def test_two_people_are_asked_whether_each_has_a_plan_of_their_own_above_the_limit_of_a_family(
    tax_year: int, born: int | None, shared: int, apart: int
) -> None:
    """Rev. Proc. 2024-25 and 2025-19: 4,300 or 8,550 for 2025, 4,400 or 8,750 for 2026; 1,000 more from 55."""
    path = "adjustments.hsa_deduction"
    asked: dict[int, list[str]] = {}
    for amount in (shared, shared + 1, apart, apart + 1):
        answers = _with_deduction("hsa_deduction", amount, FilingStatus.MARRIED_JOINT)
        answers.taxpayer.date_of_birth = date(born, 6, 1) if born else None
        answers.spouse.date_of_birth = date(1982, 6, 1)
        check(answers, path, tax_year)
        asked[amount] = [code for _, code, _ in above_for_these_people(answers, tax_year)]
    two, age = ["second_look.hsa_two_plans"], ["second_look.hsa_at_age"]
    assert asked == {shared: [], shared + 1: two, apart: two, apart + 1: age}


@pytest.mark.parametrize(("tax_year", "each"), [(2025, 300), (2026, 350)])
def test_a_couple_is_asked_whether_both_teach_above_the_limit_of_one(tax_year: int, each: int) -> None:
    """IRC 62(a)(2)(D); Form 1040 instructions of 2025, Schedule 1, line 11: $600 if both teach, no more than $300 each.

    Above twice the limit the line says by itself what counts, and only if both teach.
    """
    path, look = "adjustments.educator_expenses", "second_look.two_teachers"
    for amount, asked in ((each, []), (each + 1, [look]), (2 * each, [look]), (2 * each + 1, [])):
        answers = _with_deduction("educator_expenses", amount, FilingStatus.MARRIED_JOINT)
        told = [*above_for_these_people(answers, tax_year)]
        assert [code for _, code, _ in told] == asked
        assert [(where, most) for where, _, most in told] == [(path, Decimal(each))] * len(asked)
    alone = _with_deduction("educator_expenses", each + 1, FilingStatus.SINGLE)
    assert [*above_for_these_people(alone, tax_year)] == []


async def test_a_mistake_is_told_before_there_is_an_estimate_and_not_kept(house: House) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    with pytest.raises(Invalid, match=r"tax\.input\.dividends"):
        await _say_qualified_dividends(house, guest, return_id)
    async with house.transaction(guest) as session:
        estimate = await opening.estimate_for(session, guest, tax_year=2025)
    assert estimate.answers == Answers()


async def _say_qualified_dividends(house: House, guest: Guest, return_id: UUID) -> None:
    path = "income.qualified_dividends"
    async with house.transaction(guest) as session:
        await answering.save_answer(session, guest, Decimal(90), return_id=return_id, path=path)


@pytest.mark.parametrize(
    ("tax_year", "born", "most"),
    [
        (2025, date(1988, 4, 12), 23_500),
        (2025, date(1970, 4, 12), 31_000),
        (2025, date(1964, 4, 12), 34_750),
        (2026, date(1988, 4, 12), 24_500),
        (2026, date(1970, 4, 12), 32_500),
        (2026, None, 35_750),
    ],
)
def test_more_savings_from_pay_than_the_law_has_for_somebody_of_this_age_are_asked_about(
    tax_year: int, born: date | None, most: int
) -> None:
    def looks(*saved: int) -> list[tuple[str, str, Decimal]]:
        forms = {"w2": [{"box_12_savings": amount} for amount in saved]}
        answers = Answers.model_validate({"taxpayer": {"date_of_birth": born}, "forms": forms})
        return list(above_for_these_people(answers, tax_year))

    assert not looks(most)
    assert not looks(1000, most - 1000)
    [(path, code, limit)] = looks(1000, most - 999)
    assert path.endswith(".box_12_savings")
    assert (code, limit) == ("second_look.savings_at_age", Decimal(most))
    assert words.known(code)


@pytest.mark.parametrize(
    ("tax_year", "born", "most"),
    [(2025, date(1988, 4, 12), 30_500), (2025, date(1964, 4, 12), 42_750), (2026, date(1970, 4, 12), 41_100)],
)
@pytest.mark.parametrize("who", ["taxpayer", "spouse"])
def test_a_total_of_savings_above_what_can_be_saved_at_work_and_in_an_ira_is_asked_about(
    tax_year: int, born: date, most: int, who: str
) -> None:
    def looks(*, typed: int | None, on_form: int = 0) -> list[tuple[str, str, Decimal]]:
        told = {
            who: {"date_of_birth": born},
            "filing_status": "married_joint",
            "forms": {"w2": [{"whose": who, "box_12_savings": on_form}]},
            "credits": {f"retirement_contributions_{who}": typed},
        }
        return list(above_for_these_people(Answers.model_validate(told), tax_year))

    asked = [(f"credits.retirement_contributions_{who}", "second_look.saved_at_age", Decimal(most))]
    assert not looks(typed=most)
    assert looks(typed=most + 1) == asked
    assert looks(typed=most - 19_999, on_form=20_000) == asked
    assert not looks(typed=None, on_form=20_000)
    assert words.known("second_look.saved_at_age")
