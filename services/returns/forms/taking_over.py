"""What becomes of an amount that was typed as a total when the first form of its kind is added."""

from decimal import Decimal

from services.returns.answers import Answers, answer_at, put_answer
from services.returns.answers.forms import Holder, IncomeForm
from services.returns.forms.kinds import WITHHELD, FormKind


def first_forms(answers: Answers, kind: FormKind) -> list[IncomeForm]:
    """The forms to begin a list with: those that take over what was typed as totals, and one of who adds it.

    The totals are boxes of these forms from now on, and empty in the answers: nothing counts twice and nothing is lost.
    Whoever has no total among them has an empty form at the end: theirs is not typed over what a spouse earned.
    """
    begun: dict[tuple[Holder, str], IncomeForm] = {}
    for total in kind.totals:
        amount: Decimal | None = answer_at(answers, total.path)
        if amount is None or (total.path == WITHHELD and not begun):  # without pay it is of another form
            continue
        holder = Holder.SPOUSE if total.path.startswith("spouse.") else Holder.TAXPAYER
        form_of = next(iter(begun)) if total.path == WITHHELD else (holder, total.apart)
        form = begun.setdefault(form_of, kind.form(whose=form_of[0]))
        for box, value in total.boxes(amount).items():
            setattr(form, box, value)
        put_answer(answers, total.path, None)
    has_own = any(holder is Holder.TAXPAYER for holder, _ in begun)
    return [*begun.values(), *([] if has_own else [kind.form()])]
