"""Little space is seen before it is none, and a data folder that others may enter is named."""

from dataclasses import replace
from pathlib import Path

import pytest

from services.settings import Settings
from services.starting.doctor import machine as module
from services.starting.doctor.finding import Finding, Result
from services.starting.doctor.machine import machine
from tests.services.vitals.processes import A_MACHINE


def found(settings: Settings) -> dict[str, Finding]:
    return {finding.part: finding for finding in machine(settings)}


@pytest.fixture(autouse=True)
def _private(settings: Settings) -> None:
    settings.data_dir.chmod(0o700)


def test_a_machine_with_room_and_a_private_folder_is_fine(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "machine_of", lambda _: A_MACHINE)
    results = {part: finding.result for part, finding in found(settings).items()}
    assert results == {"disk": Result.OK, "memory": Result.OK, "folder": Result.OK, "files.none": Result.OK}


def test_little_space_needs_a_look(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    full = replace(A_MACHINE, disk_free_bytes=3 * 10**9, memory_free_bytes=10**8)
    monkeypatch.setattr(module, "machine_of", lambda _: full)
    assert next(found(settings)["disk"].lines()) == "look   Only 3% of the disk is free."
    assert found(settings)["memory"].result is Result.LOOK


def test_the_disk_of_the_files_is_looked_at(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    full = replace(A_MACHINE, disk_free_bytes=0)
    monkeypatch.setattr(module, "machine_of", lambda folder: full if folder == Path("/srv/mbtq/files") else A_MACHINE)
    assert found(settings)["disk"].result is Result.OK
    there = settings.model_copy(update={"files_url": "file:///srv/mbtq/files"})
    assert found(there)["disk"].result is Result.LOOK


def test_a_folder_that_others_can_write_in_is_named(settings: Settings) -> None:
    settings.data_dir.chmod(0o777)
    assert found(settings)["folder.open"].result is Result.WRONG
    assert "folder" not in found(settings)


def test_secrets_that_others_can_read_are_named(settings: Settings) -> None:
    secrets = settings.data_dir / "secrets.env"
    secrets.touch(mode=0o600)
    assert found(settings)["folder"].result is Result.OK
    secrets.chmod(0o644)
    assert found(settings)["folder.secrets"].result is Result.WRONG


def test_a_folder_that_cannot_be_made_is_named(settings: Settings) -> None:
    finding = found(settings.model_copy(update={"data_dir": settings.data_dir / "file" / "data"}))["folder"]
    assert finding.result is Result.OK
    (settings.data_dir / "other").touch()
    finding = found(settings.model_copy(update={"data_dir": settings.data_dir / "other" / "data"}))["folder"]
    assert "can't be made" in next(finding.lines())


def test_both_folders_are_named_by_their_full_paths(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(settings.data_dir)
    findings = found(settings.model_copy(update={"data_dir": Path("kept")}))
    folder = settings.data_dir.resolve() / "kept"
    assert f"data folder {folder} " in next(findings["folder"].lines())
    assert f"files {folder / 'files'} " in next(findings["files.none"].lines())


def test_a_folder_of_files_that_is_named_and_not_there_needs_a_look(settings: Settings) -> None:
    folder = settings.data_dir / "disk" / "files"
    named = settings.model_copy(update={"files_url": f"file://{folder}"})
    assert found(named)["files.none"].result is Result.LOOK
    assert f"{folder} does not exist." in next(found(named)["files.none"].lines())
    folder.mkdir(parents=True)
    assert found(named)["files"].result is Result.OK


def test_a_folder_of_files_that_can_not_be_written_is_named(settings: Settings) -> None:
    (settings.data_dir / "a file").touch()
    finding = found(settings.model_copy(update={"files_url": f"file://{settings.data_dir}/a file/files"}))["files"]
    assert finding.result is Result.WRONG
    assert "FILES_URL" in " ".join(finding.lines())
