"""Keys come from the settings, from a file, or from a key service; and without them nothing starts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy.ext.asyncio import AsyncEngine

from db.cannot_start import CannotStart
from services.house import furnished
from services.sealing import open_sealed, seal
from services.sealing.sources import Keys, source_of
from services.settings import Settings, load_settings, secrets
from services.settings.profile import Profile
from services.settings.wrong import WrongSettings
from services.starting.doctor.finding import Result
from services.starting.doctor.keys import keys as looked_at
from tests.processes.house_process import free_port
from tests.services.sealing.key_service import TOKEN, Transit, serving
from tests.services.sealing.test_sealing import PLACE, ROW, key

KEYS = {
    "sealing_keys": f"{key('k2')},{key('k1')}",
    "index_key": f"{key('i2')},{key('').removeprefix(':')}",
    "audit_keys": key("a1"),
}


@pytest.fixture
def service() -> Iterator[tuple[Transit, str]]:
    """A key service, and its address."""
    transit = Transit()
    with serving(transit) as address:
        yield transit, address


def written(folder: Path, values: dict[str, str], *, mode: int = 0o600) -> Path:
    file = folder / "keys.toml"
    file.write_text("".join(f'{name} = "{value}"\n' for name, value in values.items()), encoding="utf-8")
    file.chmod(mode)
    return file


def wrapped(transit: Transit) -> dict[str, str]:
    """The same keys, as whoever has the file alone sees them."""
    return {
        name: ",".join(
            "".join((*entry.rpartition(":")[:2], transit.wrapped(entry.rpartition(":")[2])))
            for entry in value.split(",")
        )
        for name, value in KEYS.items()
    }


def with_file(settings: Settings, file: Path, **more: object) -> Settings:
    none = {name: SecretStr("") for name in KEYS}
    return settings.model_copy(update={**none, "keys_file": file, **more})


def with_service(settings: Settings, file: Path, address: str, token: str = TOKEN) -> Settings:
    return with_file(settings, file, key_service_url=address, key_service_token=SecretStr(token))


def are_the_same(keys: Keys) -> bool:
    told = Keys.read(**KEYS)
    sealed = seal(told.sealing, "kept", **PLACE, row_id=ROW)
    name, signature = told.audit.sign(b"chain")
    return (
        open_sealed(keys.sealing, sealed, **PLACE, row_id=ROW) == b"kept"
        and list(keys.sealing.keys) == ["k2", "k1"]
        and keys.index == told.index
        and keys.audit.has_signed(b"chain", key_name=name, signature=signature)
    )


def refusal(settings: Settings) -> str:
    with pytest.raises(CannotStart) as refused:
        source_of(settings).keys()
    assert not [
        key for value in KEYS.values() for key in value.split(",") if key.rpartition(":")[2] in str(refused.value)
    ]
    return str(refused.value)


def test_keys_of_the_settings_and_of_a_file_are_the_same_keys(settings: Settings, tmp_path: Path) -> None:
    of_settings = settings.model_copy(update={name: SecretStr(value) for name, value in KEYS.items()})
    assert are_the_same(source_of(of_settings).keys())
    assert are_the_same(source_of(with_file(settings, written(tmp_path, KEYS))).keys())


def test_a_key_service_unwraps_the_keys_of_the_file_in_one_request(
    settings: Settings, tmp_path: Path, service: tuple[Transit, str]
) -> None:
    transit, address = service
    file = written(tmp_path, wrapped(transit))
    assert not [value for value in KEYS.values() if value in file.read_text(encoding="utf-8")]
    told = with_service(settings, file, address)
    assert are_the_same(source_of(told).keys())
    assert [len(batch) for batch in transit.asked] == [5]
    finding = looked_at(told)
    assert (finding.result, "the key service" in next(iter(finding.lines()))) == (Result.OK, True)


@pytest.mark.parametrize("mode", [0o644, 0o604, 0o620, 0o602])
def test_a_file_that_others_may_read_or_change_is_refused(settings: Settings, tmp_path: Path, mode: int) -> None:
    assert "chmod 600" in refusal(with_file(settings, written(tmp_path, KEYS, mode=mode)))


def test_a_file_that_does_not_hold_keys_is_refused(settings: Settings, tmp_path: Path) -> None:
    assert "can't be read: No such file" in refusal(with_file(settings, tmp_path / "nothing.toml"))
    assert "must have these texts" in refusal(with_file(settings, written(tmp_path, {"index_key": "x"})))
    assert "Key 1 is not 32 bytes" in refusal(with_file(settings, written(tmp_path, {**KEYS, "audit_keys": "a1:x"})))
    file = written(tmp_path, KEYS)
    file.write_text(f"sealing_keys = {KEYS['sealing_keys']}", encoding="utf-8")
    assert "is not TOML" in refusal(with_file(settings, file))


def test_weak_and_equal_keys_of_a_file_are_refused_where_others_come_in(settings: Settings, tmp_path: Path) -> None:
    equal = {**KEYS, "sealing_keys": f"k1:{KEYS['index_key'].rpartition(',')[2]}"}
    told = with_file(settings, written(tmp_path, equal), profile=Profile.PRODUCTION)
    assert "INDEX_KEY must differ" in refusal(told)


def test_a_key_service_that_gives_no_keys_is_named_with_the_reason(
    settings: Settings, tmp_path: Path, service: tuple[Transit, str]
) -> None:
    transit, address = service
    file = written(tmp_path, wrapped(transit))
    assert "does not take KEY_SERVICE_TOKEN" in refusal(with_service(settings, file, address, token="s.revoked"))
    elsewhere = with_service(settings, file, address).model_copy(update={"key_service_key": "other"})
    assert "no transit engine" in refusal(elsewhere)
    nobody = with_service(settings, file, f"http://127.0.0.1:{free_port()}")
    assert "does not answer (ConnectError)" in refusal(nobody)
    assert looked_at(nobody).result is Result.WRONG
    strangers = with_service(settings, written(tmp_path, wrapped(Transit())), address)
    assert "could not unwrap every key" in refusal(strangers)


def test_a_house_without_keys_does_not_open(settings: Settings, tmp_path: Path, engine: AsyncEngine) -> None:
    with pytest.raises(CannotStart, match="KEYS_FILE"):
        furnished(with_file(settings, tmp_path / "nothing.toml"), engine)


def test_in_production_keys_have_one_source_and_the_service_is_asked_over_tls(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PROFILE", "production")
    monkeypatch.setenv("KEYS_FILE", str(tmp_path / "keys.toml"))
    monkeypatch.setenv("INDEX_KEY", secrets.fresh()["index_key"])
    monkeypatch.setenv("KEY_SERVICE_URL", "http://bao.example.org:8200")
    with pytest.raises(WrongSettings) as refused:
        load_settings(env_file=None)
    for problem in (
        "the keys have one source",
        "KEY_SERVICE_TOKEN is missing",
        "KEY_SERVICE_URL must begin with https",
    ):
        assert problem in str(refused.value)
