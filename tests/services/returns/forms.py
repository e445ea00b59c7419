"""Forms with boxes that were filled in, for every kind that there is."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from db.values.returns import FilingStatus
from services.returns.answers import Answers
from services.returns.answers.forms import Holder, IncomeForm
from services.returns.forms.kinds import KINDS, FormKind
from services.returns.questions import BOXES, Kind

DOLLARS = st.one_of(st.none(), st.integers(0, 99_999_999).map(lambda cents: Decimal(cents) / 100))
_VALUES: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.MONEY: DOLLARS,
    Kind.YES_NO: st.sampled_from((None, True, False)),
    Kind.TICK: st.sampled_from((None, True, False)),
    Kind.TEXT: st.sampled_from((None, "7", "3", "1", "G", "7D", "4")),
}


def filled(kind: FormKind) -> st.SearchStrategy[IncomeForm]:
    """A form of this kind with some of its boxes filled in."""
    boxes = {box.question.path: _VALUES[box.question.kind] for box in BOXES[kind.name]}
    return st.builds(kind.form, whose=st.sampled_from(Holder), **boxes)


def returns_with_forms() -> st.SearchStrategy[Answers]:
    """A return of one person or of two, with a few forms of each kind, and pay that was typed as a total."""
    lists = {name: st.lists(filled(kind), max_size=3) for name, kind in KINDS.items()}
    return st.builds(
        lambda forms, status, wages: Answers.model_validate(
            {"filing_status": status, "forms": forms, "taxpayer": {"wages": wages}}
        ),
        st.fixed_dictionaries(lists),
        st.sampled_from((FilingStatus.SINGLE, FilingStatus.MARRIED_JOINT)),
        DOLLARS,
    )


def w2(**boxes: object) -> dict[str, object]:
    """Answers with one W-2."""
    return {"forms": {"w2": [boxes]}}
