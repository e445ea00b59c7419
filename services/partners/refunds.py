"""The refund estimate for a partner: computed by the tax engine, with everything said that the partner did not say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from db.values.returns import FilingStatus
from services import words
from services.partners.questions import Question
from services.tax import Computed, Missing, Money, NoResult, compute

_AGES = {Missing.AGE, Missing.SPOUSE_AGE}
_SPECIAL = "itemized.impairment_related_work_expenses"
_STANDARD, _ITEMIZED, _GIFTS = "standard.total", "schedule_a.all", "charity.without_itemizing"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know about the result: the code of a sentence, and what stands in its braces."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A computed return. `special_change` is what its special deduction adds to the refund, in cents.

    It is None where the return without that deduction can't be worked out.
    """

    computed: Computed
    special_change: Money | None
    remarks: tuple[Remark, ...]


def estimate(question: Question) -> Estimate:
    """Compute the return, and once more without its special deduction, so that the difference is a true one.

    The special deduction is Schedule A, line 16: impairment-related work expenses. Raises NoResult for a return that
    the engine can't work out.
    """
    computed = compute(question.given)
    if computed.unsupported:
        raise NoResult(computed.unsupported)
    change = _change_by_special(computed) if _special(computed) else 0
    remarks = (
        *(_about_few_fields(question, computed) if not question.is_whole else [Remark("partner.note.left_out")]),
        *_about_special(computed, change),
        *map(Remark, dict.fromkeys(_for_partners(code, question) for code in (*computed.missing, *computed.notes))),
    )
    return Estimate(computed, change, remarks)


def _change_by_special(computed: Computed) -> Money | None:
    without = compute(computed.given.with_amounts({_SPECIAL: 0}))
    return None if without.unsupported else computed.outcome - without.outcome


def _special(computed: Computed) -> Money:
    special: Money = computed.given.answer(_SPECIAL)
    return special


def _about_few_fields(question: Question, computed: Computed) -> Iterator[Remark]:
    for name in question.left_out:
        yield Remark(f"partner.note.default.{name}", {"tax_year": question.given.tax_year})
    yield Remark("partner.note.wages_only")
    if question.given.filing_status is FilingStatus.MARRIED_JOINT:
        yield Remark("partner.note.spouse_without_income")
    by_law = computed.line(_STANDARD).amount
    if question.standard_deduction not in (None, by_law):
        yield Remark("partner.note.standard_not_used", {"by_law": _dollars(by_law)})


def _about_special(computed: Computed, change: Money | None) -> Iterator[Remark]:
    if not _special(computed):
        return
    yield Remark("partner.note.never_on_top")
    standard, itemized, gifts = (computed.line(line_id).amount for line_id in (_STANDARD, _ITEMIZED, _GIFTS))
    if change is None:
        yield Remark("partner.note.special_unknown")
    elif change:
        yield Remark("partner.note.special_helps", {"change": _dollars(change)})
    elif standard < itemized <= standard + gifts:
        amounts = {"standard": _dollars(standard), "gifts": _dollars(gifts), "itemized": _dollars(itemized)}
        yield Remark("partner.note.standard_and_gifts_are_higher", amounts)
    elif standard >= itemized:
        amounts = {"standard": _dollars(standard), "itemized": _dollars(itemized)}
        yield Remark("partner.note.standard_is_higher", amounts)
    else:
        yield Remark("partner.note.special_changes_nothing")


def _for_partners(code: str, question: Question) -> str:
    """The few fields have no age: whoever asks with them is told what to send instead."""
    return "partner.note.no_age" if code in _AGES and not question.is_whole else code


def _dollars(amount: Money) -> str:
    return words.dollars(Decimal(amount).scaleb(-2))
