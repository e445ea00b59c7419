"""`make leaks` finds a secret in a file and in git's history, and lets those be that git ignores."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.processes.house_process import ROOT

SECRET = f"token = ghp_{hashlib.sha256(b'nobody').hexdigest()[:36]}\n"
"""It looks like a key for GitHub, and opens nothing."""
GIT = ["git", "-c", "user.name=Rosa", "-c", "user.email=rosa@example.org"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository of its own with the project's commands."""
    for file in ("Makefile", ".gitignore"):
        shutil.copy(ROOT / file, tmp_path)
    subprocess.run([*GIT, "init", "--quiet"], cwd=tmp_path, check=True)
    commit(tmp_path)
    return tmp_path


def commit(folder: Path) -> None:
    for arguments in (["add", "--all"], ["commit", "--quiet", "--message=Change"]):
        subprocess.run([*GIT, *arguments], cwd=folder, check=True)


def looked_at(folder: Path) -> subprocess.CompletedProcess[str]:
    """What the command says, with the environment that tests run in."""
    command = ["make", f"VENV={sys.prefix}", f"--assume-old={sys.prefix}/for-testing", "leaks"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_a_secret_in_a_file_is_found_and_not_shown(folder: Path) -> None:
    (folder / "notes.txt").write_text(SECRET, encoding="utf-8")
    said = looked_at(folder)
    assert said.returncode != 0
    assert "notes.txt" in said.stdout
    assert SECRET.split()[-1] not in said.stdout


def test_a_secret_that_was_taken_out_again_is_found_in_the_history(folder: Path) -> None:
    (folder / "notes.txt").write_text(SECRET, encoding="utf-8")
    commit(folder)
    (folder / "notes.txt").unlink()
    commit(folder)
    said = looked_at(folder)
    assert said.returncode != 0
    assert "notes.txt" in said.stdout


@pytest.mark.parametrize(
    "file", [".env", "deploy/app.env", ".data/secrets.env", ".venv/lib/a.py", ".pytest_cache/v/ids"]
)
def test_what_git_ignores_is_nobodys_business(folder: Path, file: str) -> None:
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_text(SECRET, encoding="utf-8")
    said = looked_at(folder)
    assert said.returncode == 0, said.stdout + said.stderr
