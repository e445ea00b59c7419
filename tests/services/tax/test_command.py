"""The batch command, run as a person runs it."""

import io
import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from services.tax import __main__ as command
from services.tax.batch import FEW, answered
from tests.services.tax.returns import oracle

COMMAND = [sys.executable, "-m", "services.tax"]


def run(text: str, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *options], input=text, capture_output=True, text=True, check=False)


def lines(cases: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(case) + "\n" for case in cases)


def test_results_come_in_order_with_the_names_of_the_expected_ones() -> None:
    cases = list(oracle("ssdi"))
    done = run(lines(cases))
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert [result["id"] for result in results] == [case["id"] for case in cases]
    assert all(
        case["expected"].keys() | {"id", "refund", "amount_owed"} == result.keys() - {"notes"}
        for case, result in zip(cases, results, strict=True)
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_amounts_have_two_decimals() -> None:
    done = run('{"tax_year": 2025, "filing_status": "single", "taxpayer": {"age": 30, "wages": 40000}}\n')
    assert '"refund":0.00,"amount_owed":2675.00,"adjusted_gross_income":40000.00' in done.stdout


def test_a_bad_line_is_answered_and_the_others_go_on() -> None:
    good = json.dumps(oracle("wage")[0])
    done = run(f'{good}\nnonsense\n\n{{"id": 7, "tax_year": 1999}}\n[]\n{{"id": "b", "wages": 5}}\n{good}\n')
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert ["error" in result for result in results] == [False, True, True, True, True, False]
    assert [result["id"] for result in results[1:5]] == [None, 7, None, "b"]
    assert results[2]["error"]["fields"][0] == {
        "pointer": "/tax_year",
        "code": "tax.input.tax_year",
        "message": "Choose the tax year 2025 or 2026.",
    }
    assert done.returncode == 0


def test_a_line_of_ten_megabytes_is_one_clear_error() -> None:
    long = json.dumps({"id": "long", "tax_year": 2025, "filing_status": "x" * 10_000_000})
    [result] = [json.loads(line) for line in run(long).stdout.splitlines()]
    assert result["error"]["fields"][0]["code"] == "tax.input.filing_status"


def test_a_refusal_names_its_reasons_and_no_amount() -> None:
    done = run('{"id": "r", "tax_year": 2025, "filing_status": "single", "situations": ["farm"]}')
    result = json.loads(done.stdout)
    assert result.keys() == {"id", "error"}
    assert [reason["code"] for reason in result["error"]["reasons"]] == ["tax.situation.farm"]


def test_notes_point_out_what_should_be_looked_at() -> None:
    result = json.loads(run('{"tax_year": 2025, "filing_status": "single"}').stdout)
    assert [note["code"] for note in result["notes"]] == ["tax.missing.age"]


def test_explained_results_have_every_line_with_words_and_source() -> None:
    done = run(lines([oracle("retiree")[0]]), "--explain")
    by_id = {line["id"]: line for line in json.loads(done.stdout)["lines"]}
    agi = by_id["1040.11a"]
    assert agi["label"] == "Adjusted gross income"
    assert agi["explanation"]
    assert agi["name"]
    assert agi["source"] == "Form 1040, line 11a (2025)"
    assert "income.taxable_interest" in agi["from_inputs"]
    assert "1040.9" in agi["from_lines"]


def test_an_empty_input_is_one_clear_sentence() -> None:
    done = run("\n\n")
    assert (done.returncode, done.stdout) == (1, "")
    assert "no returns" in done.stderr


def test_without_a_word_a_return_is_computed_as_it_is_filed() -> None:
    case = '{"tax_year": 2025, "filing_status": "single", "taxpayer": {"age": 30, "wages": 40010}}\n'
    assert '"amount_owed":2675.00' in run(case).stdout
    assert '"amount_owed":2672.70' in run(case, "--method", "exact").stdout


def test_many_returns_on_every_core_are_the_same_as_one_by_one() -> None:
    cases = (list(oracle("wage")) * (FEW // 60))[: FEW + 100]
    numbered = [case | {"id": place} for place, case in enumerate(cases)]
    results = [json.loads(line) for line in run(lines(numbered)).stdout.splitlines()]
    assert [result["id"] for result in results] == list(range(len(cases)))
    wanted = [case["expected"]["adjusted_gross_income"] for case in cases]
    assert [result["adjusted_gross_income"] for result in results] == wanted


def test_a_few_returns_start_no_process() -> None:
    seen_by = list(answered([b"a", b"b"], lambda line: line + str(os.getpid()).encode()))
    assert seen_by == [b"a%d" % os.getpid(), b"b%d" % os.getpid()]


def test_a_terminal_shows_how_far_it_is() -> None:
    ours, theirs = pty.openpty()
    done = subprocess.run(
        COMMAND, input=lines(list(oracle("wage"))).encode(), stdout=subprocess.PIPE, stderr=theirs, check=True
    )
    os.close(theirs)
    assert b"Returns" in os.read(ours, 65_536)
    os.close(ours)
    assert len(done.stdout.splitlines()) == len(oracle("wage"))


def test_ctrl_c_stops_every_process_without_a_word(tmp_path: Path) -> None:
    many = tmp_path / "returns.jsonl"
    many.write_text(lines(list(oracle("wage")) * 100))
    with (
        many.open() as source,
        subprocess.Popen(
            COMMAND, stdin=source, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
        ) as running,
    ):
        assert running.stdout
        running.stdout.readline()
        os.killpg(running.pid, signal.SIGINT)
        _, said = running.communicate(timeout=30)
    assert (running.returncode, said) == (130, b"")


def test_help_says_what_goes_in_and_what_comes_out() -> None:
    text = run("", "--help").stdout
    assert all(word in text for word in ("one return as JSON", "same order", "--explain", "Tax Table", "example"))


def test_the_command_can_be_called_from_python(monkeypatch: pytest.MonkeyPatch) -> None:
    source, sink = io.BytesIO(lines([oracle("wage")[0]]).encode()), io.BytesIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(source))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(sink))
    assert command.main([]) == 0
    assert json.loads(sink.getvalue())["id"] == oracle("wage")[0]["id"]
