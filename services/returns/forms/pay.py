"""Form W-2: pay as Social Security and Medicare tax count it, in boxes 3 and 7, and in box 5.

What is saved for retirement at work is in them and not in box 1. Source: Schedule SE (2025), line 8a; Form 8959
(2025), line 1.
"""

from collections.abc import Iterator
from decimal import Decimal

from services.returns.answers import Answers
from services.returns.answers.forms import W2, Holder

SOCIAL_SECURITY_PAY, MEDICARE_PAY = "social_security_wages", "medicare_wages"
DECIDED_BY = {SOCIAL_SECURITY_PAY: "box_3", MEDICARE_PAY: "box_5"}
"""Fields of each person that forms W-2 alone feed, with the box that decides: box 1 stands in for an empty one."""


def taxed_pay(form: W2) -> Iterator[tuple[str, str, Decimal]]:
    """Boxes with the fields that they feed."""
    of_social_security = ("box_1",) if form.box_3 is None else ("box_3", "box_7")
    of_medicare = ("box_1",) if form.box_5 is None else ("box_5",)
    for name, boxes in ((SOCIAL_SECURITY_PAY, of_social_security), (MEDICARE_PAY, of_medicare)):
        for box in boxes:
            amount = getattr(form, box)
            if amount is not None:
                yield box, f"{form.whose}.{name}", amount


def untyped_pay(answers: Answers, holder: Holder) -> dict[str, str]:
    """The fields that count box 1, with the path of the empty box, or of the pay that was typed as one amount."""
    if holder is Holder.SPOUSE and not answers.is_joint:
        return {}
    total = {f"{holder}.{name}": f"{holder}.wages" for name in DECIDED_BY if getattr(answers, holder).wages}
    theirs = [form for form in answers.forms.w2 if form.whose is holder and form.box_1]
    return total | {
        f"{holder}.{name}": f"forms.w2.{form.id}.{box}"
        for form in reversed(theirs)
        for name, box in DECIDED_BY.items()
        if getattr(form, box) is None
    }
