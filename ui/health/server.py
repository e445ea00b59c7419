"""What the server has, and how much of it is in use; and every process that serves."""

from collections.abc import Iterator
from decimal import Decimal

from components.card import cards, figure_card
from components.chart import Amount, Kind, bar_chart
from components.layout import section
from components.prose import paragraph
from components.table import Cell, Column, table
from services.vitals.judging import longest_stall_lately, slowest_minute_lately
from services.vitals.overview import Overview
from services.vitals.reading import Machine
from services.vitals.record import ProcessVitals
from services.words import sentence
from ui.health.figures import milliseconds, share, size, whole


def server(this: ProcessVitals) -> None:
    """People now as large figures; connections, memory, disk and processor as shares of what there is."""
    with section(sentence("health.server.title")):
        with cards():
            figure_card(sentence("health.server.people"), whole(this.now.pages.connected))
            figure_card(
                sentence("health.server.waiting"),
                whole(this.now.pages.waiting),
                note=sentence("health.server.waiting_note"),
            )
        bar_chart(
            sentence("health.server.in_use"),
            [_amount(sentence("health.server.everything"), 1, "part"), *(_amount(*each) for each in _in_use(this))],
            says=_load_in_words(this.machine),
            write=share,
        )


def processes(found: Overview) -> None:
    """Every process that was heard of, and what the pictures of this page are of."""
    with section(sentence("health.processes.title")):
        paragraph(sentence("health.processes.heard" if found.hears_others else "health.processes.alone"))
        columns = [
            Column(sentence("health.processes.name")),
            *(
                Column(sentence(f"health.processes.{code}"), "figure")
                for code in ("at", "people", "p95", "stall", "cpu", "memory")
            ),
        ]
        rows = [_row(each, is_this=each is found.this) for each in (found.this, *found.others)]
        table(sentence("health.processes.title"), columns, rows, hidden_caption=True)


def _in_use(this: ProcessVitals) -> Iterator[tuple[str, float]]:
    """What it is with how much of it, and the share of all there is."""
    machine, pool = this.machine, this.now.pool
    if pool:
        yield sentence("health.server.pool", used=pool.in_use, most=pool.most), pool.in_use / pool.most
    yield _part("memory", machine.memory_all_bytes - machine.memory_free_bytes, machine.memory_all_bytes)
    yield _part("own_memory", this.now.memory_bytes, machine.memory_all_bytes)
    yield _part("disk", machine.disk_all_bytes - machine.disk_free_bytes, machine.disk_all_bytes)
    yield sentence("health.server.cpu"), this.now.cpu_share


def _load_in_words(machine: Machine) -> str:
    code = "load_high" if machine.load > machine.cores else "load"
    return sentence(f"health.server.{code}", load=f"{machine.load:.1f}", cores=machine.cores)


def _amount(label: str, part: float, kind: Kind = "whole") -> Amount:
    return Amount(label, Decimal(part), kind)


def _part(code: str, used: int, most: int) -> tuple[str, float]:
    return sentence(f"health.server.{code}", used=size(used), most=size(most)), used / most


def _row(each: ProcessVitals, *, is_this: bool) -> list[str | Cell]:
    now = each.now
    return [
        sentence("health.processes.this", name=each.process) if is_this else each.process,
        f"{now.at:%H:%M:%S} UTC",
        whole(now.pages.connected),
        _milliseconds(slowest_minute_lately(each)),
        _milliseconds(longest_stall_lately(each)),
        share(now.cpu_share),
        size(now.memory_bytes),
    ]


def _milliseconds(measured: float | None) -> str:
    return sentence("health.watched.no_value") if measured is None else milliseconds(measured)
