"""Each figure can pass its limit, and then it is named with its worst value and whose it is."""

from dataclasses import replace
from typing import Any

import pytest
from fastapi.routing import APIRoute

from api.forms import router
from services.jobs.backlog import Backlog
from services.journal.recent import Pace
from services.providers.answering.known import Answer, Known
from services.vitals.judging import Judged, judged, longest_stall_lately, slowest_minute_lately
from services.vitals.limits import HASHING, LIMITS
from services.vitals.reading import Pool
from services.vitals.record import ProcessVitals
from services.words import known
from tests.services.vitals.processes import A_MACHINE, a_process, a_sample


def to_look_at(*processes: ProcessVitals, jobs: tuple[Backlog, ...] = ()) -> dict[str, tuple[float | None, str]]:
    return {each.code: (each.value, each.whose) for each in judged(processes, jobs) if each.needs_a_look}


def slow(times: int, p95_ms: float = 240) -> dict[str, Any]:
    return {"requests": (Pace("/tax", times, 0, 20, p95_ms),)}


def test_a_service_that_is_well_needs_no_look() -> None:
    assert to_look_at(a_process(), a_process(name="two"), jobs=(Backlog("send_mail", 3, 1, 0, 12.0),)) == {}


@pytest.mark.parametrize(
    ("code", "told", "value"),
    [
        ("slow", slow(20), 240),
        ("stall", {"stall_ms": 400.0}, 400),
        ("errors", {"failed": 1}, 0.1),
        ("pool", {"pool": Pool(17, 0, 20)}, 0.85),
        ("cpu", {"cpu_share": 0.97}, 0.97),
        ("load", {"machine": replace(A_MACHINE, load=3.0)}, 1.5),
        ("memory", {"machine": replace(A_MACHINE, memory_free_bytes=4 * 10**8)}, 0.05),
        ("disk", {"machine": replace(A_MACHINE, disk_free_bytes=9 * 10**9)}, 0.09),
    ],
)
def test_a_process_that_passes_a_limit_is_named(code: str, told: dict[str, Any], value: float) -> None:
    found = to_look_at(a_process(), a_process(name="two", **told))
    assert found == {code: (value, "/tax" if code == "slow" else "two")}


@pytest.mark.parametrize(("p95_ms", "found"), [(590, {}), (1200, {"slow_password": (1200, "/api/forms/sign-in")})])
def test_a_form_that_hashes_a_password_has_a_line_of_its_own(p95_ms: float, found: dict[str, Any]) -> None:
    assert to_look_at(a_process(requests=(Pace("/api/forms/sign-in", 40, 0, p95_ms, p95_ms),))) == found


def test_every_form_of_that_line_is_there() -> None:
    there = {route.path for route in router.routes if isinstance(route, APIRoute)}
    assert there >= HASHING


@pytest.mark.parametrize(
    ("code", "jobs", "value"),
    [
        ("oldest_job", (Backlog("send_mail", 9, 0, 0, 61.0), Backlog("other", 1, 0, 0, 3.0)), 61),
        ("failed_jobs", (Backlog("send_mail", 0, 0, 2, 0.0),), 2),
    ],
)
def test_jobs_that_pass_a_limit_are_named(code: str, jobs: tuple[Backlog, ...], value: float) -> None:
    assert to_look_at(a_process(), jobs=jobs) == {code: (value, "send_mail")}


def test_outside_services_that_are_silent_are_named_unless_nobody_asked_lately() -> None:
    def known(key: str, answer: Answer, who: str = "") -> Known:
        return Known(key, key, key.title(), who, answer)

    live, unknown = known("redis", Answer.LIVE), known("sentry", Answer.UNKNOWN)
    silent = known("mail", Answer.SILENT), known("organisations.county", Answer.SILENT, "The County")
    found = {each.code: each for each in judged([a_process()], [], None, [live, unknown, *silent])}
    assert (found["outside"].value, found["outside"].whose) == (2, "Mail, The County")
    assert not {each.code: each for each in judged([], [], None, [live, unknown])}["outside"].needs_a_look
    assert {each.code: each for each in judged([], [], None, [unknown])}["outside"].value is None


def test_a_few_slow_answers_are_not_judged() -> None:
    assert to_look_at(a_process(**slow(19))) == {}


def test_a_trouble_that_is_over_for_long_needs_no_look_any_more() -> None:
    assert to_look_at(a_process(a_sample(16, stall_ms=900.0, failed=9, pool=Pool(20, 0, 20)))) == {}
    assert set(to_look_at(a_process(a_sample(14, stall_ms=900.0)))) == {"stall"}


def test_the_worst_of_one_process_is_that_of_the_time_that_is_judged() -> None:
    old, worst = a_sample(16, stall_ms=2000.0, p95_ms=900.0), a_sample(9, stall_ms=1500.0, p95_ms=383.0)
    process = a_process(old, worst, stall_ms=None, p95_ms=None)
    assert (longest_stall_lately(process), slowest_minute_lately(process)) == (1500.0, 383.0)
    assert to_look_at(process) == {"stall": (1500.0, "one")}
    quiet = a_process(stall_ms=None, p95_ms=None)
    assert (longest_stall_lately(quiet), slowest_minute_lately(quiet)) == (None, None)


def test_one_busy_minute_among_quiet_ones_is_no_trouble() -> None:
    assert to_look_at(a_process(a_sample(2), a_sample(1), cpu_share=1.0)) == {}


def test_what_nobody_measured_yet_has_no_value_and_needs_no_look() -> None:
    values = {each.code: each for each in judged([a_process(stall_ms=None, pool=None)], [])}
    assert values["slow"] == Judged("slow")
    assert values["pool"].value is None
    assert not values["stall"].needs_a_look


def test_every_limit_has_its_words() -> None:
    words = ("label", "title", "do", "why")
    assert [f"{code}.{part}" for code in LIMITS for part in words if not known(f"health.watch.{code}.{part}")] == []
