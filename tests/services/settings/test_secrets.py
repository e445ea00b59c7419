"""`make secrets` prints what production asks for."""

import io
import runpy
import subprocess
from pathlib import Path

import pytest
from dotenv import dotenv_values

from services.settings import Settings, secrets
from services.settings.public import problems_in_public
from tests.processes.house_process import ROOT

_PYTHON_THAT_BUILDS_NOTHING = """#!/bin/sh
case "$*" in
*"-m venv"*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
*services.settings*) echo KEY=secret ;;
esac
"""


def test_printed_secrets_can_be_pasted_into_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_module("services.settings.__main__", run_name="__main__")
    printed = {
        name.lower(): value for name, value in dotenv_values(stream=io.StringIO(capsys.readouterr().out)).items()
    }
    settings = Settings(_env_file=None, **printed)  # type: ignore[arg-type]  # text, which Pydantic reads
    assert not [problem for problem in problems_in_public(settings) if problem.split()[0].lower() in printed]


def test_the_first_run_prints_nothing_else_where_secrets_are_read(tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.write_text(_PYTHON_THAT_BUILDS_NOTHING, encoding="utf-8")
    python.chmod(0o755)
    command = ["make", "--silent", "secrets", f"VENV={tmp_path}/venv", f"PYTHON={python}"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout == "KEY=secret\n"
    assert said.stderr.startswith("Installing what the app needs.")


def test_fresh_secrets_are_strong_and_never_twice_the_same() -> None:
    first, second = secrets.fresh(), secrets.fresh()
    assert not set(first.values()) & set(second.values())
    key = secrets.key_bytes(first["index_key"])
    assert key is not None
    assert not secrets.is_weak(key)


@pytest.mark.parametrize("text", ["", "not base64!", "c2hvcnQ="])
def test_what_is_not_32_bytes_is_no_key(text: str) -> None:
    assert secrets.key_bytes(text) is None
