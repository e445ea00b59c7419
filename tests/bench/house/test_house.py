"""Every part of a house that is measured is measured at all, with no word about how long anything takes."""

import pytest

from tests.bench.house.answers import answers
from tests.bench.house.connected import AT_THE_ESTIMATE, IN_THE_INTERVIEW, Open, connected
from tests.bench.house.endpoints import HEALTH, endpoints
from tests.bench.house.first_load import first_load
from tests.bench.house.starting import starting
from tests.bench.house.waiting import waiting
from tests.partners import ESTIMATE


def test_pages_and_the_api_are_measured_for_each_crowd() -> None:
    asked = ("`/`", "`/tax/2025/estimate`", f"`{ESTIMATE}`")
    assert [row[:2] for row in answers((1,), 2).rows] == [(path, "1") for path in asked]


def test_endpoints_are_measured_beside_a_bare_one_and_answer_without_an_error() -> None:
    rows = endpoints(2, 0.2, 1).rows
    assert [row[:2] for row in rows] == [(f"`{path}`", who) for path in (HEALTH, ESTIMATE) for who in ("bare", "ours")]
    assert {row[-2] for row in rows} == {"0"}
    for _, who, _, of_bare, rate, p95, fast, _, _, right in rows:
        half, quick = int(of_bare.rstrip("%")) >= 50, float(p95.split()[0]) < 200
        met = [{True: "met", False: "missed"}[is_met] for is_met in (half, quick, True)]
        assert [rate, fast, right] == (met if who == "ours" else ["", "", ""])


@pytest.mark.parametrize("at", [AT_THE_ESTIMATE, IN_THE_INTERVIEW], ids=lambda at: at.path)
def test_people_who_are_connected_are_measured_and_lose_nothing(at: Open) -> None:
    speed, costs = connected((2,), 4, at)
    changes, pages = speed.rows
    assert (changes[:2], pages[:2]) == (("2", "change"), ("2", "page"))
    assert (int(changes[-2]) >= 2, changes[-1]) == (True, "0")
    assert costs.rows[0][0] == "2"


def test_waiting_pages_are_measured_for_each_bound() -> None:
    [(bound, before, after)] = waiting(12, (10,)).rows
    assert bound == "10"
    assert 0 < int(before) <= int(after)


@pytest.mark.browser
def test_what_a_browser_loads_is_less_when_it_comes_back() -> None:
    [(path, _, first, _, again)] = first_load(("/",)).rows
    assert path == "`/`"
    assert int(first) > int(again) > 0


def test_a_start_is_measured_with_and_without_data() -> None:
    assert [row[0] for row in starting(1).rows] == ["new", "kept from before"]
