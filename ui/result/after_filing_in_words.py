"""What is said of a return that was filed, for the page and for the document: that it was, and what comes next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from services.filing import deadlines_of, way_to_amend, way_to_pay, way_to_refund
from services.returns.filed.standing import LastFiled
from services.words import in_dollars, long_date, sentence


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that comes next: what to know of it, and the page of the IRS about it with its address."""

    title: str
    says: list[str]
    link: str
    address: str


def filed_in_words(filed: LastFiled) -> str:
    """That it was filed, and on which day."""
    code = "for_helped" if filed.by_others else "amended" if filed.is_amended else "filed"
    return sentence(f"filing.after.{code}", day=long_date(filed.on))


def what_it_says(filed: LastFiled) -> list[str]:
    """What stands in the return, as far as who looks may know it, and whether the answers are others by now."""
    told = []
    if filed.outcome is not None:
        kind = "refund" if filed.outcome > 0 else "owed" if filed.outcome else "even"
        told.append(sentence(f"filing.after.says_{kind}", amount=in_dollars(abs(filed.outcome))))
    if filed.is_changed:
        told.append(sentence("filing.after.changed"))
    return told


def next_steps(filed: LastFiled, tax_year: int, today: date) -> Iterator[Step]:
    """What becomes of the money, and what to do if something was wrong."""
    if filed.change > 0:
        yield _refund(filed, tax_year, today)
    elif filed.change < 0:
        yield _owed(filed, tax_year, today)
    until = long_date(deadlines_of(tax_year).refund_until)
    says = [sentence("filing.after.mistake.answers"), sentence("filing.after.mistake.until", until=until)]
    yield Step(sentence("filing.after.mistake.title"), says, sentence("filing.after.mistake.link"), way_to_amend())


def _refund(filed: LastFiled, tax_year: int, today: date) -> Step:
    kind = "amended_refund" if filed.is_amended else "refund"
    codes = ["more", "look", "longest"] if filed.is_amended else ["look", "ask"]
    says = [sentence(f"filing.after.{kind}.{code}", amount=in_dollars(filed.change)) for code in codes]
    if filed.has_late_credits and today < deadlines_of(tax_year).credits_paid_from:
        says.append(sentence("filing.after.refund.credits"))
    title, link = (sentence(f"filing.after.{kind}.{part}") for part in ("title", "link"))
    return Step(title, says, link, way_to_refund(amended=filed.is_amended))


def _owed(filed: LastFiled, tax_year: int, today: date) -> Step:
    due_on = deadlines_of(tax_year).due_on
    says = [sentence("filing.after.owed.more", amount=in_dollars(-filed.change))] if filed.is_amended else []
    says.append(sentence("filing.after.owed.paid"))
    code = "late" if today > due_on else "until"
    says.append(sentence(f"filing.after.owed.{code}", day=long_date(due_on)))
    if today > due_on:
        says.append(sentence("filing.after.owed.bill"))
    return Step(sentence("filing.after.owed.title"), says, sentence("filing.days.payments"), way_to_pay())
