"""What a person began and then left empty: a form without the box that decides, a cost, a topic that they only ticked.

Nothing is counted for it. So the result is not what comes out of everything that they have.
"""

from collections.abc import Collection, Iterator

from services.returns.answers import Answers, answer_at
from services.returns.answers.forms import IncomeForm, PensionForm
from services.returns.costs.judging import HearingCosts
from services.returns.forms import counted, with_forms
from services.returns.forms.kinds import KINDS, FormKind
from services.returns.forms.pensions import is_moved_untaxed
from services.returns.questions import TOPICS, Topic, matters

_OF_DEPENDENTS = {"college": "american_opportunity_expenses"}
"""What else a topic asks, of each person who depends on the filer."""


def unfilled(answers: Answers, costs: HearingCosts, from_costs: Collection[str] = ()) -> Iterator[str]:
    """Paths of boxes that decide about a form, of ticks (`had.<topic>`) with nothing told, and of what a cost lacks.

    In the order of the page; costs come last, each with what it needs first. `from_costs` are the fields of the return
    that costs tell.
    """
    told = with_forms(answers)
    for topic in TOPICS:
        kinds = [kind for kind in KINDS.values() if kind.topic == topic.name and counted(answers, kind.name)]
        for kind in kinds:
            yield from _boxes(kind, answers)
        if not kinds and getattr(answers.had, topic.name, None) and not _is_told(topic, told, from_costs):
            yield f"had.{topic.name}"
    yield from (f"costs.{one.cost.id}.{one.needed[0]}" for one in costs.judged if one.needed)


def _boxes(kind: FormKind, answers: Answers) -> Iterator[str]:
    for form in counted(answers, kind.name):
        if not _is_decided(kind, form):
            yield f"{kind.path}.{form.id}.{kind.decided_by[0]}"


def _is_decided(kind: FormKind, form: IncomeForm) -> bool:
    if isinstance(form, PensionForm) and is_moved_untaxed(form):
        return True
    return any(getattr(form, box) is not None for box in kind.decided_by)


def _is_told(topic: Topic, told: Answers, from_costs: Collection[str]) -> bool:
    asked = [question.path for question in topic.questions if matters(question.when, told)]
    if any(path in from_costs or answer_at(told, path) is not None for path in asked):
        return True
    name = _OF_DEPENDENTS.get(topic.name)
    return name is not None and any(getattr(one, name) is not None for one in told.dependents)
