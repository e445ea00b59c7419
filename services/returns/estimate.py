"""One return as a person sees it: their answers, and what the engine computes from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from db.tables.returns import TaxReturn
from services import tax
from services.house import DbSession
from services.returns.answers import Answers, answer_at
from services.returns.consistency import Look, covered_notes, open_looks
from services.returns.costs.judging import HearingCosts, judged_costs
from services.returns.explaining.idle import Idle, idle_amounts
from services.returns.forms import with_forms
from services.returns.history import ChangeByOther
from services.returns.next_year.hints import LastAmounts
from services.returns.questions import Question, When, is_asked
from services.returns.reckoning import as_return, missing_for_an_estimate
from services.returns.still_open.places import LOOK, asked_at
from services.returns.still_open.uncertainty import still_open
from services.returns.still_open.unfilled import unfilled
from services.returns.store import Reached
from services.trust.helping import Helping

_TRADE = "specified_service_trade"


@dataclass(frozen=True)
class Estimate:  # without slots, so that what is worked out from it can be kept in it
    """One return with its result. `computed` is None while an answer that it can't do without is `missing`.

    `costs` are the costs for hearing; `computed` counts those of which it is known what they change. `from_costs` are
    the fields of the return in which they stand, with the cents that they change there. `of_the_year` are all of the
    person's estimates of the year, as they were begun; it is told when a page is opened, and empty after a change.
    `helping` is whose it is, for a trusted person who opens it; `by_others` is what others changed in it, for its
    owner. Both are empty after a change, too. So are `last_amounts`, those of the year from which this one was begun,
    and `can_begin_from`, the year before for somebody who has said nothing yet. `follows` is the year before for all
    who have answers in it.

    `as_spouse` is whether its words are those of the person who is named second on the form. Where two people hold it,
    `you` is who "you" is in them, by address or name; it is empty after a change.
    """

    return_id: UUID
    tax_year: int
    revision: int
    answers: Answers
    missing: list[str]
    computed: tax.Computed | None
    of_the_year: tuple[UUID, ...] = ()
    costs: HearingCosts = field(default_factory=HearingCosts)
    from_costs: Mapping[str, tax.Money] = field(default_factory=dict)
    helping: Helping | None = None
    by_others: tuple[ChangeByOther, ...] = ()
    last_amounts: LastAmounts | None = None
    can_begin_from: int | None = None
    follows: int | None = None
    as_spouse: bool = False
    you: str = ""

    @property
    def may_change(self) -> bool:
        """Whether who opened it may change its answers: all but those who are trusted to look only."""
        return self.helping is None or self.helping.may_change

    @property
    def result(self) -> tax.Computed | None:
        """The computed return, if there are amounts in it: nothing is missing, and the engine can work it out."""
        return self.computed if self.computed and not self.computed.unsupported else None

    @property
    def beyond(self) -> tuple[tax.Refusal, ...]:
        """Why there can be no result, whatever else is told. Ticked boxes say so before anything is computed."""
        if self.computed:
            return self.computed.unsupported
        ticked = with_forms(self.answers).situations.model_dump()
        return tuple(each for each in tax.Situation if ticked[each.in_a_return])

    @cached_property
    def left_empty(self) -> tuple[str, ...]:
        """Paths of what was begun and not filled in: boxes of forms, costs, and ticks with nothing told."""
        return tuple(unfilled(self.answers, self.costs, self.from_costs))

    @cached_property
    def uncertain(self) -> tuple[str, ...]:
        """Codes of the questions that could still change the result, a handful at most; empty without a result.

        `result.missing`, which the engine asks, is among them; what was left empty is there by its path, and every odd
        answer as `look.<path>`. Worked out when it is first asked for, in about half a millisecond.
        """
        if self.result is None:
            return ()
        looks = tuple(f"{LOOK}{each.path}" for each in self.to_confirm)
        return (*looks, *still_open(self.answers, self.result, self.left_empty))

    @cached_property
    def to_confirm(self) -> tuple[Look, ...]:
        """The questions about answers that are more often a slip than true, which nobody has said are right."""
        return open_looks(self.answers, self.tax_year)

    @cached_property
    def notes(self) -> tuple[tax.Note, ...]:
        """What the engine took as it was told and should be looked at, if nothing asks about it beside its field."""
        covered = covered_notes(self.answers) if self.result and self.result.notes else ()
        return tuple(note for note in (self.result.notes if self.result else ()) if note not in covered)

    @cached_property
    def idle(self) -> tuple[Idle, ...]:
        """The amounts that were typed and change nothing, or count in part, with the reason; empty without a result.

        Worked out when first asked for, in a fifth of a millisecond for each amount that could lower what is paid.
        """
        return idle_amounts(self.answers, self.result) if self.result else ()

    def asks(self, question: Question) -> bool:
        """Whether a person with these answers is asked: it matters, and no forms tell what it would.

        What kind of business it is matters only with so high an income that it can change the result; what is asked of
        young students, while it can, and then to change what they said.
        """
        return self._can_change_the_result(question) and is_asked(question, self.answers)

    def _can_change_the_result(self, question: Question) -> bool:
        if question.path == _TRADE:
            return bool(self.computed and self.computed.trade_matters)
        if question.when is When.COLLEGE_ALONE and answer_at(self.answers, question.path) is None:
            asked = self.computed.missing if self.computed else ()
            return question.path in {asked_at(self.answers, code) for code in asked}
        return True

    @property
    def is_certain(self) -> bool:
        """Whether there is a result that no question could still change."""
        return self.result is not None and not self.uncertain


def estimate_of(session: DbSession, reached: Reached, answers: Answers, of_the_year: tuple[UUID, ...] = ()) -> Estimate:
    """Compute a return from its answers. Fifty costs take about 10 ms on one core, none under 1 ms."""
    row, missing, counted = reached.row, missing_for_an_estimate(answers), with_forms(answers)
    return_ = None if missing else tax.parse_return(as_return(counted, row.tax_year))
    costs = judged_costs(counted, row.tax_year, return_, today=session.house.clock.now().date())
    with_all = costs.put_on(return_) if return_ else None
    return Estimate(
        row.id,
        row.tax_year,
        row.revision,
        answers,
        missing,
        tax.compute(with_all) if with_all else None,
        of_the_year,
        costs,
        _changed_fields(return_, with_all) if return_ and with_all else {},
        as_spouse=reached.as_spouse,
    )


def would_be(session: DbSession, estimate: Estimate, answers: Answers) -> Estimate:
    """What comes out of the same return with other answers; nothing is saved."""
    row = TaxReturn(id=estimate.return_id, tax_year=estimate.tax_year, answers_sealed=b"", revision=estimate.revision)
    return estimate_of(session, Reached(row, estimate.as_spouse), answers)


def _changed_fields(before: tax.Return, after: tax.Return) -> dict[str, tax.Money]:
    pairs = ((cell.name, before.answers.get(cell), value) for cell, value in after.answers.items())
    return {name: value - (told or 0) for name, told, value in pairs if value != told}
