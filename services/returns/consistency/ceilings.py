"""The most that anybody can save in a year, and deduct for an IRA, an HSA, and as a teacher.

The engine takes them as already limited, and the last as of two teachers on a joint return: so we look here.

The figures stand with those of the deduction finder, by year and with their sources. Some plans at work of schools,
hospitals and governments allow more (IRC 402(g)(7), 457(e)(15)): so it is asked, not refused.
"""

from collections.abc import Iterator
from decimal import Decimal

from db.values.returns import FilingStatus
from services.errors import Invalid
from services.finder import figure
from services.returns.answers import Adult, Answers
from services.returns.answers.forms import W2, Holder
from services.returns.forms import counted, with_forms
from services.returns.reckoning import age_of_adult
from services.tax import CENTS_A_DOLLAR, law_for

Look = tuple[str, str, Decimal]
"""The path of an answer, the code of a question about it, and the most in dollars that is right without more."""


def check_ceilings(answers: Answers, path: str, tax_year: int) -> None:
    """Raise Invalid(path) for a deduction that nobody of any age and with any plan can have."""
    told, alone = answers.adjustments, _is_alone(answers)
    if path == "adjustments.ira_deduction" and _above(told.ira_deduction, _most_ira(tax_year, alone=alone)):
        raise Invalid(path, "answer.ira_above_limit")
    if path == "adjustments.hsa_deduction" and _above(told.hsa_deduction, _most_hsa(tax_year, alone=alone)):
        raise Invalid(path, "answer.hsa_above_limit")


def above_for_these_people(answers: Answers, tax_year: int) -> Iterator[Look]:
    """What is right only for some: those who are older, two people with a plan each, or two teachers.

    Whose birthday is not told may be old enough. Nothing before the filing status is told.
    """
    yield from _of_savings(answers, tax_year)
    yield from _of_all_savings(answers, tax_year)
    if answers.filing_status is not None:
        yield from _of_ira(answers, tax_year)
        yield from _of_hsa(answers, tax_year)
        yield from _of_teachers(answers, tax_year)


def _of_ira(answers: Answers, tax_year: int) -> Iterator[Look]:
    base, more = (figure(name, tax_year) for name in ("ira_limit", "ira_more_from_50"))
    most = len(answers.adults) * base + more * _aged(answers, 50, tax_year)
    if _above(answers.adjustments.ira_deduction, most):
        yield "adjustments.ira_deduction", "second_look.ira_at_age", most


def _of_savings(answers: Answers, tax_year: int) -> Iterator[Look]:
    """On all forms W-2 of one person together, at the box with most of it."""
    people = {Holder.TAXPAYER: answers.taxpayer, Holder.SPOUSE: answers.spouse}
    for holder, person in people.items():
        forms = [form for form in counted(answers, "w2") if form.whose is holder and isinstance(form, W2)]
        saved = {form.id: form.box_12_savings for form in forms if form.box_12_savings}
        most = _most_saved(person, tax_year)
        if sum(saved.values(), Decimal(0)) > most:
            largest, _ = max(saved.items(), key=lambda item: item[1])
            yield f"forms.w2.{largest}.box_12_savings", "second_look.savings_at_age", most


def _of_all_savings(answers: Answers, tax_year: int) -> Iterator[Look]:
    """Of a total that was typed, with what forms tell too: at work and in an IRA. Few save more, as with ABLE."""
    added_up = with_forms(answers).credits
    for holder, person in ((Holder.TAXPAYER, answers.taxpayer), (Holder.SPOUSE, answers.spouse)):
        name = f"retirement_contributions_{holder}"
        ira = figure("ira_limit", tax_year) + figure("ira_more_from_50", tax_year) * _is_aged(person, 50, tax_year)
        most = _most_saved(person, tax_year) + ira
        if getattr(answers.credits, name) is not None and _above(getattr(added_up, name), most):
            yield f"credits.{name}", "second_look.saved_at_age", most


def _most_saved(person: Adult, tax_year: int) -> Decimal:
    """Whose birthday is not told may be of the age with the highest limit."""
    names = ("savings_limit", "savings_more_from_50", "savings_more_at_60_to_63")
    base, from_50, at_60 = (figure(name, tax_year) for name in names)
    age = age_of_adult(person.date_of_birth, tax_year) if person.date_of_birth else None
    if age is None or 60 <= age <= 63:
        return base + at_60
    return base + from_50 if age >= 50 else base


def _of_hsa(answers: Answers, tax_year: int) -> Iterator[Look]:
    """Two people share the limit of a family, unless each has a plan for one alone (IRC 223(b)(5))."""
    one, family = (figure(f"hsa_limit_{plan}", tax_year) for plan in ("self", "family"))
    more, paid = figure("hsa_more_from_55", tax_year) * _aged(answers, 55, tax_year), answers.adjustments.hsa_deduction
    most = max(family, len(answers.adults) * one) + more
    if _above(paid, most):
        yield "adjustments.hsa_deduction", "second_look.hsa_at_age", most
    elif _above(paid, family + more):
        yield "adjustments.hsa_deduction", "second_look.hsa_two_plans", family + more


def _of_teachers(answers: Answers, tax_year: int) -> Iterator[Look]:
    """The limit is for each teacher (IRC 62(a)(2)(D)); above that of two, the engine says itself what counts."""
    each = Decimal(law_for(tax_year, FilingStatus.SINGLE).adjustments.educator_limit) / CENTS_A_DOLLAR
    told = answers.adjustments.educator_expenses
    if answers.filing_status is FilingStatus.MARRIED_JOINT and _above(told, each) and not _above(told, 2 * each):
        yield "adjustments.educator_expenses", "second_look.two_teachers", each


def _aged(answers: Answers, age: int, tax_year: int) -> int:
    return sum(_is_aged(adult, age, tax_year) for adult in answers.adults)


def _is_aged(adult: Adult, age: int, tax_year: int) -> bool:
    return adult.date_of_birth is None or age_of_adult(adult.date_of_birth, tax_year) >= age


def _is_alone(answers: Answers) -> bool:
    """Whether the return is of one person; while that is not said, it may be of two."""
    return answers.filing_status not in {None, FilingStatus.MARRIED_JOINT}


def _most_ira(tax_year: int, *, alone: bool) -> Decimal:
    of_one = figure("ira_limit", tax_year) + figure("ira_more_from_50", tax_year)
    return of_one if alone else 2 * of_one


def _most_hsa(tax_year: int, *, alone: bool) -> Decimal:
    """Two people with a plan each can have a little more than a family with one plan."""
    one, family = (figure(f"hsa_limit_{plan}", tax_year) for plan in ("self", "family"))
    more = figure("hsa_more_from_55", tax_year)
    return family + more if alone else max(family, 2 * one) + 2 * more


def _above(amount: Decimal | None, most: Decimal) -> bool:
    return amount is not None and amount > most
