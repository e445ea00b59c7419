"""What git looks at before a commit, in a repository of a test's own, with hooks of the environment that it runs in."""

import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.delivery.yaml_file import read
from tests.processes.house_process import ROOT

CONFIG = ".pre-commit-config.yaml"
REPOS = read(CONFIG)["repos"]
HOOKS = {hook["id"]: hook for repo in REPOS for hook in repo["hooks"]}
OF_MAKE = {"types", "leaks"}
GOOD = '"""Adds."""\n\n\ndef add(one: int, other: int) -> int:\n    """The sum."""\n    return one + other\n'
BAD = {
    "end-of-file-fixer": ("a.txt", "no line break"),
    "trailing-whitespace": ("a.txt", "a space \n"),
    "check-merge-conflict": ("a.txt", "<<<<<<< HEAD\nmine\n=======\nyours\n>>>>>>> theirs\n"),
    "check-added-large-files": ("a.txt", "0123456789\n" * 60_000),
    "check-case-conflict": ("GOOD.PY", "another\n"),
    "detect-private-key": ("a.txt", " ".join(["-----BEGIN RSA", "PRIVATE KEY-----\n"])),
    "ruff": ("a.py", '"""Too much."""\n\nimport os\n'),
    "black": ("a.py", "x = {  'a':1 }\n"),
    "flake8": ("a.py", "x = 1;\n"),
    "bandit": ("a.py", "import pickle\n\npickle.loads(b'')\n"),
}


@dataclass(frozen=True)
class Repository:
    """One with the project's hooks."""

    folder: Path

    def add(self, file: str, text: str) -> None:
        """Write a file that the next commit would have."""
        (self.folder / file).write_text(text, encoding="utf-8")
        subprocess.run(["git", "add", file], cwd=self.folder, check=True)

    def looked_at(self, hook: str) -> subprocess.CompletedProcess[str]:
        """What a hook says of all that is there."""
        command = [sys.executable, "-m", "pre_commit", "run", hook, "--all-files", "--color=never"]
        kept = {
            "VENV": sys.prefix,
            "PRE_COMMIT_HOME": str(self.folder.parent / "kept"),
            "BLACK_CACHE_DIR": str(self.folder.parent),
        }
        return subprocess.run(
            command, cwd=self.folder, env=os.environ | kept, capture_output=True, text=True, check=False
        )


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    folder = tmp_path / "repository"
    folder.mkdir()
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
    (folder / ".ci").mkdir()
    for file in (CONFIG, "pyproject.toml", ".flake8", ".ci/python"):
        shutil.copy(ROOT / file, folder / file)
    made = Repository(folder)
    made.add(CONFIG, (ROOT / CONFIG).read_text(encoding="utf-8"))
    made.add("good.py", GOOD)
    return made


def test_pre_commit_accepts_the_configuration_without_a_warning() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-config", CONFIG]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (said.returncode, said.stdout + said.stderr) == (0, "")


@pytest.mark.parametrize("hook", sorted(HOOKS))
def test_a_hook_is_of_the_release_that_is_locked(hook: str) -> None:
    """It runs what the environment of `make test` has, and nothing that is fetched."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked_for = {Requirement(line).name.replace("-", "_") for line in project["optional-dependencies"]["dev"]}
    assert HOOKS[hook]["language"] == "system"
    program, *arguments = HOOKS[hook]["entry"].split()
    if hook in OF_MAKE:
        assert (program, arguments) == ("make", ["--silent", hook])
    else:
        assert (program, arguments[0]) == (".ci/python", "-m")
        assert arguments[1].split(".")[0] in asked_for


def test_no_hook_is_taken_from_another_repository() -> None:
    assert [repo["repo"] for repo in REPOS] == ["local"]


@pytest.mark.parametrize("hook", sorted(HOOKS.keys() - OF_MAKE))
def test_a_hook_lets_a_good_file_through_and_stops_a_bad_one(hook: str, repository: Repository) -> None:
    before = repository.looked_at(hook)
    assert before.returncode == 0, before.stdout
    repository.add(*BAD[hook])
    after = repository.looked_at(hook)
    assert after.returncode == 1, after.stdout
    assert "Failed" in after.stdout


def test_hooks_that_git_runs_use_the_environment_that_they_were_made_with(repository: Repository) -> None:
    (repository.folder / "Makefile").write_text((ROOT / "Makefile").read_text(encoding="utf-8"), encoding="utf-8")
    made = ["make", "--silent", "--assume-old", f"{sys.prefix}/for-testing", "hooks", f"VENV={sys.prefix}"]
    for _ in range(2):  # the second time it takes its own hook away
        subprocess.run(made, cwd=repository.folder, check=True, capture_output=True)
    hook = (repository.folder / ".git/hooks/pre-commit").read_text(encoding="utf-8")
    assert hook.splitlines()[1] == f'export VENV="{sys.prefix}"'
    assert hook.count("export VENV") == 1
    command = ["git", "-c", "user.name=Rosa", "-c", "user.email=rosa@people.example", "commit", "--message", "Add"]
    asked = os.environ | {"PRE_COMMIT_HOME": str(repository.folder.parent / "kept"), "SKIP": "types,leaks"}
    done = subprocess.run(command, cwd=repository.folder, env=asked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
