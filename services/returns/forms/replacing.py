"""When a total isn't asked any more, because its forms are typed one by one."""

from decimal import Decimal

from services.returns.answers import Answers, answer_at
from services.returns.forms.kinds import KINDS, WITHHELD
from services.returns.forms.told import counted

_OF_BOTH = ("income", "payments")
_KIND_OF = {total.path: kind.name for kind in KINDS.values() for total in kind.totals}


def box_for(answers: Answers, path: str) -> str:
    """The path of the box that is asked in the place of a total: of the first form whose box is empty, or the first.

    The total's own path where no forms stand in for it.
    """
    if not is_told_by_forms(answers, path):
        return path
    kind = KINDS[_KIND_OF[path]]
    box = next(iter(next(total for total in kind.totals if total.path == path).boxes(Decimal(0))))
    theirs = [form for form in counted(answers, kind.name) if path.partition(".")[0] in (form.whose, *_OF_BOTH)]
    form = min(theirs or counted(answers, kind.name), key=lambda form: getattr(form, box) is not None)
    return f"{kind.path}.{form.id}.{box}"


def is_told_by_forms(answers: Answers, path: str) -> bool:
    """Whether forms stand in for the total at this path. One that holds an amount is still asked: it counts too.

    Tax withheld stays open while another total is typed: it can be of a form that is not added.
    """
    kind = _KIND_OF.get(path)
    if kind is None or answer_at(answers, path) is not None or not counted(answers, kind):
        return False
    return path != WITHHELD or all(answer_at(answers, other) is None for other in _KIND_OF)
