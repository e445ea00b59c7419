"""What measures is itself right: on a handful of returns, with no word about how long anything takes."""

import io
import json
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from services.tax import Method, compute, parse_return
from tests.bench import batch, one_core, sealing
from tests.bench.figures import Figures, Seconds, in_turn
from tests.bench.memory import memory
from tests.bench.page import Table, fine, machine, page, whole
from tests.bench.peers import PEERS, Absent, RunningPeer
from tests.bench.peers.serving import serve
from tests.bench.returns import every_scenario, mixed_returns, wage_returns, written

EXACT = (Method.EXACT,)


def test_figures_are_the_middle_and_both_ends() -> None:
    assert Figures.of([3, 1, 2]) == Figures(2, 1, 3)


def test_the_slowest_run_gives_the_lowest_rate() -> None:
    assert Figures(2, 1, 4).rate(100) == Figures(50, 25, 100)


def test_runs_take_turns() -> None:
    order: list[str] = []

    def run(name: str) -> Seconds:
        order.append(name)
        return {name: len(order)}

    assert in_turn([partial(run, "ours"), partial(run, "theirs")], 2) == {
        "ours": Figures(2, 1, 3),
        "theirs": Figures(3, 2, 4),
    }
    assert order == ["ours", "theirs", "ours", "theirs"]


def test_wage_returns_are_the_same_every_time_and_can_be_computed() -> None:
    made = wage_returns(5)
    assert made == wage_returns(5)
    assert not any(compute(parse_return(one), method=Method.EXACT).unsupported for one in made)


def test_mixed_returns_begin_again_when_they_are_used_up() -> None:
    count = len(every_scenario())
    assert mixed_returns(count + 1)[-1] == every_scenario()[0]


def test_one_core_is_measured_for_each_set_of_returns_and_method() -> None:
    rows = one_core.rates(5, 1, EXACT).rows
    assert [row[:2] for row in rows] == [("all scenarios", "`exact`"), ("5 wage returns", "`exact`")]
    assert len(one_core.explained(5, EXACT).rows) == 1


def test_the_time_is_told_for_each_scenario() -> None:
    assert len(one_core.steps(1).rows) == len({case["scenario"] for case in every_scenario()})


def test_what_sealing_costs_is_told_for_each_kind_of_field() -> None:
    rows = sealing.fields(1).rows
    assert len({row[0] for row in rows}) == len(rows) > 1
    assert rows[-1][:2] == ("a chunk of a file", "1,048,576")


def test_the_race_without_peers_is_ours_alone() -> None:
    speed, same = batch.race(5, 1, EXACT, peers=())
    assert [row[0] for row in speed.rows] == ["ours, wages, `exact`", "ours, all scenarios, `exact`"]
    assert not same.rows


def test_memory_is_told_for_each_length() -> None:
    assert [row[0] for row in memory((2, 5)).rows] == ["2", "5"]


def test_a_batch_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        batch.command(written([], tmp_path / "empty.jsonl"), Method.EXACT)


def running(program: str) -> RunningPeer:
    process = subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with process:
        peer = RunningPeer(PEERS[0], process)
        assert peer.measured() == {"it": 0.5}
    return peer


def test_a_peer_says_its_taxes_and_then_what_it_took() -> None:
    assert running("print([1.5]); input(); print('{\"it\": 0.5}')").taxes == [1.5]


@pytest.mark.parametrize("program", ["print([1.5])", "import os; os.close(0); print([1.5])"])
def test_a_peer_that_ends_or_hears_nothing_any_more_is_absent(program: str) -> None:
    with pytest.raises(Absent):
        running(program)


def test_a_peer_answers_each_line_that_it_is_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["peer", written(wage_returns(2), tmp_path / "two.jsonl")])
    monkeypatch.setattr(sys, "stdin", io.StringIO("again\n"))
    serve(lambda data: data["id"], lambda rows: ({rows[0]: 0.5}, [1.0, 2.0]))
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [[1.0, 2.0], {"wage-0": 0.5}]


def test_what_peers_need_is_pinned() -> None:
    assert all("==" in package for peer in PEERS for package in peer.packages)
    assert {peer.method for peer in PEERS} <= {method.value for method in Method}


def test_the_page_names_the_machine_and_holds_the_tables() -> None:
    written_page = page([Table("Speed", "Of light.", ("what", "figures"), (("it", whole(Figures(1200, 1, 1300))),))])
    assert machine() in written_page
    assert "| it | 1,200 (1 to 1,300) |" in written_page
    assert fine(Figures(0.5, 0.25, 1)) == "0.50 (0.25 to 1.00)"
