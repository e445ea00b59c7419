"""What the workflows on GitHub promise, and what no schema says."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from services.settings import NAMES
from tests.delivery.yaml_file import read
from tests.docs.test_documents import listed_by_make_help
from tests.processes.house_process import ROOT

FILES = sorted((ROOT / ".github/workflows").glob("*.yml"))
WORKFLOWS = {path.name: read(str(path.relative_to(ROOT))) for path in FILES}
JOBS = {(file, name): job for file, workflow in WORKFLOWS.items() for name, job in workflow["jobs"].items()}
PINNED = re.compile(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
every_workflow = pytest.mark.parametrize("file", WORKFLOWS)
every_job = pytest.mark.parametrize(("file", "name"), JOBS)


def steps(file: str, name: str) -> list[dict[str, Any]]:
    """What a job does; nothing, where it is another workflow."""
    return list(JOBS[file, name].get("steps", []))


def told_to_make(file: str) -> Iterator[str]:
    """What a workflow has `make` do."""
    text = (ROOT / ".github/workflows" / file).read_text(encoding="utf-8")
    yield from re.findall(r"run: make ([a-z-]+)", text)


@every_workflow
def test_what_others_made_is_named_by_its_commit_and_tells_its_release(file: str) -> None:
    lines = (ROOT / ".github/workflows" / file).read_text(encoding="utf-8").splitlines()
    of_others = [line.strip("- ") for line in lines if "uses: " in line and "uses: $/" not in line]
    assert of_others
    assert [line for line in of_others if not PINNED.fullmatch(line)] == []


def test_an_action_has_one_release_everywhere() -> None:
    named = {
        line.strip("- ") for path in FILES for line in path.read_text(encoding="utf-8").splitlines() if "@" in line
    }
    actions = [re.findall(r"uses: (\S+)@", line)[0] for line in named if "uses: " in line]
    assert sorted(actions) == sorted(set(actions))


@every_workflow
def test_a_workflow_has_no_right_of_its_own_and_does_not_run_twice_at_once(file: str) -> None:
    assert WORKFLOWS[file]["permissions"] == {}
    assert "github.ref" in str(WORKFLOWS[file]["concurrency"]) or "inputs.environment" in str(
        WORKFLOWS[file]["concurrency"]
    )


@every_job
def test_a_job_has_few_rights_and_an_end(file: str, name: str) -> None:
    job = JOBS[file, name]
    pushes = (file, name) == ("release.yml", "image")
    assert job["permissions"] == {"contents": "read"} | ({"packages": "write"} if pushes else {})
    assert "uses" in job or job["timeout-minutes"] <= 90


@every_job
def test_no_step_leaves_the_token_of_the_repository_behind(file: str, name: str) -> None:
    checkouts = [step for step in steps(file, name) if step.get("uses", "").startswith("actions/checkout")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
    assert checkouts or "uses" in JOBS[file, name]


def test_they_do_all_that_make_test_does_and_look_for_weaknesses() -> None:
    assert {"check", "tests-full", "audit"} <= set(told_to_make("checks.yml"))


@every_workflow
def test_what_make_is_told_it_can_do(file: str) -> None:
    assert set(told_to_make(file)) <= listed_by_make_help()


def test_the_oldest_python_that_we_promise_and_the_one_of_the_image_are_tested() -> None:
    promised = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    [in_the_image] = set(re.findall(r"FROM python:(\d\.\d+)", (ROOT / "Dockerfile").read_text(encoding="utf-8")))
    tested = JOBS["checks.yml", "tests"]["strategy"]["matrix"]["python"]
    assert tested == [promised.removeprefix(">="), in_the_image]


def test_an_image_is_pushed_only_after_every_check_and_never_as_the_latest() -> None:
    assert JOBS["release.yml", "checks"]["uses"] == "$/.github/workflows/checks.yml"
    assert JOBS["release.yml", "image"]["needs"] == "checks"
    [named] = [step["with"] for step in steps("release.yml", "image") if step.get("id") == "named"]
    assert (named["tags"], named["flavor"]) == ("type=semver,pattern={{version}}", "latest=false")
    pushing = [
        (file, name) for file, name in JOBS for step in steps(file, name) if step.get("with", {}).get("push") is True
    ]
    assert pushing == [("release.yml", "image")]


def test_nothing_is_deployed_but_by_hand() -> None:
    assert list(WORKFLOWS["deploy.yml"]["on"]) == ["workflow_dispatch"]
    assert JOBS["deploy.yml", "deploy"]["environment"]["name"] == "${{ inputs.environment }}"
    assert all("environment" not in job for (file, _), job in JOBS.items() if file != "deploy.yml")


def test_no_secret_of_the_app_is_known_to_a_workflow() -> None:
    """They stay on the server: who may deploy need not be able to open what is sealed."""
    texts = "".join(path.read_text(encoding="utf-8") for path in FILES)
    assert set(re.findall(r"secrets\.(\w+)", texts)) & set(NAMES) == set()


@every_job
def test_what_somebody_types_is_never_read_by_a_shell(file: str, name: str) -> None:
    lines = [step["run"] for step in steps(file, name) if "run" in step]
    assert [line for line in lines if "${{" in line] == []
