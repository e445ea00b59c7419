"""The last hour of a process, five minutes at a time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from components.chart import Amount, bar_chart
from components.layout import section
from components.prose import paragraph
from components.tabs import Tabs
from services.vitals.record import Sample
from services.words import clock, sentence
from ui.health.figures import Measured, milliseconds, share, size, whole

_MINUTES = 5


@dataclass(frozen=True, slots=True)
class _Picture:
    """What one tab shows: the value of a few samples together, if it was measured, and how it is written."""

    code: str
    value: Callable[[Sequence[Sample]], float | None]
    write: Callable[[Measured], str]


_PICTURES = (
    _Picture("p95", lambda some: _highest(sample.p95_ms for sample in some), milliseconds),
    _Picture("stall", lambda some: _highest(sample.stall_ms for sample in some), milliseconds),
    _Picture("requests", lambda some: sum(sample.requests for sample in some), whole),
    _Picture("failed", lambda some: sum(sample.failed for sample in some), whole),
    _Picture("people", lambda some: max(sample.pages.connected for sample in some), whole),
    _Picture("waiting", lambda some: max(sample.pages.waiting for sample in some), whole),
    _Picture("cpu", lambda some: max(sample.cpu_share for sample in some), share),
    _Picture("memory", lambda some: max(sample.memory_bytes for sample in some), size),
)


def last_hour(hour: Sequence[Sample]) -> None:
    """One tab for each kind of figure, with a bar for each five minutes."""
    with section(sentence("health.hour.title")):
        paragraph(sentence("health.hour.about"))
        tabs = Tabs(sentence("health.hour.title"))
        for picture in _PICTURES:
            with tabs.tab(sentence(f"health.hour.{picture.code}.tab")):
                _draw(picture, hour)


def _draw(picture: _Picture, hour: Sequence[Sample]) -> None:
    values = [(begins, picture.value(samples)) for begins, samples in _in_fives(hour)]
    begins, most = max(values, key=lambda each: each[1] or 0)
    says = sentence("health.hour.nothing")
    if most:
        says = sentence("health.hour.says", most=picture.write(most), time=clock(begins))
    bar_chart(
        sentence(f"health.hour.{picture.code}.title"),
        [Amount(clock(begins), None if value is None else Decimal(value)) for begins, value in values],
        says=says,
        write=picture.write,
    )


def _in_fives(hour: Sequence[Sample]) -> Iterator[tuple[datetime, list[Sample]]]:
    """The samples by the five minutes of the clock that they lie in; the watch may have begun in the middle of them."""
    groups: dict[datetime, list[Sample]] = {}
    for sample in hour:
        at = sample.middle
        begins = at.replace(minute=at.minute - at.minute % _MINUTES, second=0, microsecond=0)
        groups.setdefault(begins, []).append(sample)
    for begins, samples in groups.items():
        yield max(begins, samples[0].since), samples


def _highest(values: Iterable[float | None]) -> float | None:
    return max((value for value in values if value is not None), default=None)
