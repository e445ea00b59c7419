"""`make run-tls`: another device of the network gets https that it can trust."""

import ssl
from pathlib import Path

import httpx
import pytest
from cryptography import x509

from services.starting import certificates
from tests.processes.conftest import Start
from tests.processes.house_process import HouseProcess
from tests.processes.test_refusing import reason

pytestmark = pytest.mark.slow


def _authority(data_dir: Path) -> Path:
    return data_dir / "tls" / "mbtq-authority.pem"


def _device(house: HouseProcess) -> httpx.Client:
    """A device that trusts nobody but the authority of this machine."""
    trusts = ssl.create_default_context(cafile=str(_authority(house.data_dir)))
    return httpx.Client(base_url=house.address, verify=trusts, headers={"Origin": house.address})


def test_another_device_that_trusts_the_machine_can_begin_an_estimate(start: Start) -> None:
    house = start(LOCAL_TLS="true").opened()
    with _device(house) as device:
        page = device.get("/")
        assert page.status_code == 200
        assert "strict-transport-security" not in page.headers  # tomorrow the same name may serve http again
        reply = device.post("/api/forms/estimate", data={"tax_year": "2025"})
        assert reply.status_code == 303
        assert "__Host-mbtq_session=" in reply.headers["set-cookie"]
        assert device.post("/api/forms/sign-out", headers={"Origin": "https://mbtq.example.net"}).status_code == 403
    with httpx.Client(base_url=house.address.replace("localhost", "127.0.0.1"), verify=False) as number:  # noqa: S501
        assert number.get("/api/internal/health").status_code == 200


def test_the_authority_stays_for_the_next_start_and_its_key_is_private(start: Start) -> None:
    first = start(LOCAL_TLS="true").opened()
    authority = _authority(first.data_dir).read_bytes()
    assert _authority(first.data_dir).with_suffix(".key").stat().st_mode & 0o077 == 0
    first.interrupt()
    first.ended()
    with _device(start(LOCAL_TLS="true").opened()) as device:
        assert device.get("/").status_code == 200
    assert _authority(first.data_dir).read_bytes() == authority


def test_a_name_that_the_authority_can_not_vouch_for_is_refused(start: Start) -> None:
    for url in ("https://www.example.org", "http://localhost:8080"):
        assert "PUBLIC_URL must be https://" in reason(start(LOCAL_TLS="true", PUBLIC_URL=url))


def test_the_authority_vouches_for_no_site_of_the_internet() -> None:
    authority = certificates.new_authority()
    constraints = authority.certificate.extensions.get_extension_for_class(x509.NameConstraints)
    assert constraints.critical
    permitted = [str(each.value) for each in constraints.value.permitted_subtrees or []]
    assert permitted[:2] == ["localhost", "local"]
    assert all(network.is_private for network in certificates.NETWORKS)
