"""The pictures of the season, each with its numbers in a table."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from components.chart import Amount, bar_chart
from components.layout import column, section, with_side
from components.prose import paragraph
from components.table import Column, table
from services.staff.season.counting import FEWER_THAN, Ended, Line, Season, week_of
from services.words import long_date, sentence

_MEASURES: tuple[tuple[str, Callable[[Line], int | None]], ...] = (
    ("started", lambda line: line.started),
    ("finished", lambda line: line.finished),
    ("waiting", lambda line: line.waiting),
    ("filed", lambda line: line.filed),
)
_FEW = Decimal("0.5")  # a bar that is seen, and that is no number of people
_SCALE = Decimal(2 * FEWER_THAN)  # few are a short bar, also where there is no longer one


def by_week(numbers: Season) -> None:
    """One picture for each of the four: a bar for each week."""
    for name, of in _MEASURES:
        amounts = [Amount(f"From {long_date(week_of(each))}", _amount(of(each))) for each in numbers.weeks]
        says = sentence(f"season.{name}.last", number=in_words(of(numbers.weeks[-1])))
        bar_chart(sentence(f"season.{name}.title"), amounts, says=says, write=_written, at_least=_SCALE)


def beside_each_other(title: str, lines: Sequence[Line], call: Callable[[Line], str], *, empty: str) -> None:
    """A picture of what was begun, beside a table of all four numbers."""
    with section(title):
        if not lines:
            paragraph(empty)
            return
        with with_side(even=True):
            with column():
                amounts = [Amount(call(each), _amount(each.started)) for each in lines]
                says = sentence("season.begun_by", number=in_words(_sum(lines)))
                bar_chart(f"Begun: {title.lower()}", amounts, says=says, write=_written, at_least=_SCALE)
            with column():
                heads = [Column(title), *(Column(sentence(f"season.{name}.head"), "figure") for name, _ in _MEASURES)]
                rows = [[call(each), *(in_words(of(each)) for _, of in _MEASURES)] for each in lines]
                table(title, heads, rows, hidden_caption=True)


def review_times(numbers: Season) -> None:
    """How many reviews ended in each way, and how long they took, in hours, for half of them and for nine of ten."""
    with section("Time to review"):
        for ended in numbers.ended:
            _review_times(ended)


def _review_times(ended: Ended) -> None:
    number = sentence(f"season.ended.{ended.state}.number", number=in_words(ended.reviews))
    if ended.half_hours is None or ended.most_hours is None:
        paragraph(number)
        return
    half, most = (Decimal(str(round(each, 1))) for each in (ended.half_hours, ended.most_hours))
    amounts = [Amount("Half are done within", half), Amount("9 of 10 are done within", most, "part")]
    took = sentence("season.ended.took", half=_hours(half), most=_hours(most))
    bar_chart(sentence(f"season.ended.{ended.state}.title"), amounts, says=f"{number} {took}", write=_hours)


def in_words(number: int | None) -> str:
    """A number, or that it is small."""
    return f"fewer than {FEWER_THAN}" if number is None else f"{number:,}"


def _amount(number: int | None) -> Decimal:
    return _FEW if number is None else Decimal(number)


def _written(amount: Decimal) -> str:
    return in_words(None if amount == _FEW else int(amount))


def _sum(lines: Sequence[Line]) -> int | None:
    """A total of numbers of which one is not told would tell it."""
    numbers = [each.started for each in lines]
    return None if None in numbers else sum(filter(None, numbers))


def _hours(hours: Decimal) -> str:
    return f"{hours:,} hours" if hours < 48 else f"{round(hours / 24):,} days"
