"""What nginx itself does: it accepts its configuration, hands on, refuses, and says so when nobody is there."""

import subprocess
from http.client import HTTPSConnection
from pathlib import Path
from uuid import UUID

import httpx
import pytest

from services import words
from services.storage import CHUNK_BYTES
from tests.deployment.certificates import OfTheHouse
from tests.deployment.nginx_server import command, prepared, running
from tests.deployment.standing import PER_MINUTE, TOKEN, Standing
from tests.processes.house_process import ROOT, free_port

MEGABYTE = 1_000_000
ROUTE = "__Host-mbtq_route"
ONCE = ("content-security-policy", "strict-transport-security", "x-frame-options", "x-content-type-options", "date")


def left(reply: httpx.Response) -> int:
    """How often this caller may still ask."""
    return int(reply.headers["X-RateLimit-Remaining"])


def test_nginx_accepts_the_configuration_without_a_warning(tmp_path: Path, certificates: OfTheHouse) -> None:
    asked = command(prepared(tmp_path, [1, 2], certificates), "-t")
    tried = subprocess.run(asked, capture_output=True, text=True, check=False)
    said = [line for line in tried.stderr.splitlines() if "user root" not in line and '"user" directive' not in line]
    assert tried.returncode == 0, said
    assert not [line for line in said if "[warn]" in line]


def test_a_page_comes_with_every_header_once_and_without_a_version(site: Standing) -> None:
    with site.browser() as somebody:
        page = somebody.get("/")
    assert page.status_code == 200
    assert {name: len(page.headers.get_list(name)) for name in ONCE} == dict.fromkeys(ONCE, 1)
    assert page.headers["server"] == "nginx"


def test_whoever_types_http_is_sent_to_https_and_keeps_the_path(site: Standing) -> None:
    reply = httpx.get(f"http://127.0.0.1:{site.nginx.plain_port}/tax?year=2025")
    assert (reply.status_code, reply.headers["location"]) == (308, "https://127.0.0.1/tax?year=2025")


def test_a_program_that_asks_without_tls_is_refused_and_told_that_its_key_is_known_now(site: Standing) -> None:
    reply = httpx.post(f"http://127.0.0.1:{site.nginx.plain_port}/api/tax/refund-estimate", json={})
    assert (reply.status_code, reply.text[:10]) == (403, "Use https.")


def test_people_at_two_addresses_are_counted_apart_and_nobody_can_make_an_address_up(site: Standing) -> None:
    with site.browser(comes_from="127.0.0.2") as one, site.browser(comes_from="127.0.0.3") as other:
        first = left(one.get("/sign-in"))
        assert left(other.get("/sign-in")) == first == PER_MINUTE - 1
        forged = one.get("/sign-in", headers={"X-Forwarded-For": "198.51.100.7"})
        assert left(forged) == first - 1


def test_the_limit_counts_over_both_processes(site: Standing) -> None:
    """Each request has a route of its own, so that some come to each process."""
    with site.browser(comes_from="127.0.0.4") as somebody:
        seen = []
        for number in range(12):
            somebody.cookies.set(ROUTE, f"{number:032x}")
            seen.append(left(somebody.get("/sign-in")))
    assert seen == list(range(PER_MINUTE - 1, PER_MINUTE - 13, -1))
    assert len({line["upstream"] for line in site.nginx.lines() if line["upstream"]}) == 2


def test_a_browser_keeps_its_route_and_its_process(site: Standing) -> None:
    before = len(site.nginx.lines())
    with site.browser() as somebody:
        route = somebody.get("/").cookies[ROUTE]
        assert ROUTE not in somebody.get("/sign-in").cookies
        somebody.get("/tax")
        assert somebody.cookies[ROUTE] == route
    assert len({line["upstream"] for line in site.nginx.lines()[before:]}) == 1


def test_people_at_one_address_spread_over_the_processes(site: Standing) -> None:
    before = len(site.nginx.lines())
    for _ in range(24):  # all on one side happens once in eight million runs
        with site.browser() as somebody:
            somebody.get("/sign-in")
    assert len({line["upstream"] for line in site.nginx.lines()[before:]}) == 2


def test_metrics_are_closed_to_the_outside_even_with_the_token(site: Standing) -> None:
    with site.browser() as prometheus:
        for path in ("/api/internal/metrics", "/api//internal/metrics", "/api/internal/%6detrics"):
            assert prometheus.get(path, headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 404
    assert site.processes[0].connected_pages() >= 0


def test_a_body_that_is_too_large_is_refused_in_words(site: Standing) -> None:
    with site.browser() as somebody:
        person = somebody.post("/api/forms/sign-in", content=b"x" * 2 * MEGABYTE)
        assert person.status_code == 413
        assert "Go back and choose a file" in person.text
        program = somebody.post("/api/tax/refund-estimate", content=b"x" * 2 * MEGABYTE)
    assert program.headers["content-type"] == "application/problem+json"
    assert program.json()["title"] == words.sentence("api.413.title")


@pytest.mark.parametrize("form", ["feedback", "documents"])
def test_only_forms_with_files_take_large_bodies_and_those_have_a_bound(site: Standing, form: str) -> None:
    """It reaches the app, which knows its own pages and says what is wrong with it."""
    origin = {"Origin": site.nginx.address}
    with site.browser() as somebody:
        reply = somebody.post(f"/api/forms/{form}", content=b"x" * 3 * MEGABYTE, headers=origin)
    assert "x-request-id" in reply.headers
    announced = HTTPSConnection("localhost", site.nginx.tls_port, context=site.nginx.trusted())
    announced.putrequest("POST", f"/api/forms/{form}")
    announced.putheader("Content-Length", str(111 * 1024 * 1024))
    announced.endheaders()
    assert announced.getresponse().status == 413
    announced.close()


def test_a_document_comes_through_in_parts_of_just_the_size_that_its_script_sends(site: Standing) -> None:
    origin, part = {"Origin": site.nginx.address}, f"/api/documents/uploads/{UUID(int=0)}/0"
    with site.browser() as somebody:
        whole = somebody.put(part, content=bytes(CHUNK_BYTES), headers=origin)
        larger = somebody.put(part, content=bytes(CHUNK_BYTES + 1), headers=origin)
    assert (whole.status_code, "x-request-id" in whole.headers) == (404, True)
    assert (larger.status_code, "x-request-id" in larger.headers) == (413, False)
    assert larger.json()["title"] == words.sentence("api.413.title")


def test_files_of_the_app_are_kept_by_browsers_for_long(site: Standing) -> None:
    with site.browser() as somebody:
        page = somebody.get("/").text
        addresses = {part.split('"')[0] for part in page.split('href="')[1:] + page.split('src="')[1:]}
        files = [address for address in addresses if address.startswith(("/assets/", "/_nicegui/"))]
        kept = {address: somebody.get(address).headers.get("cache-control", "") for address in files}
    assert kept
    assert [address for address, how in kept.items() if "max-age=" not in how or "max-age=0" in how] == []


def test_nothing_that_nginx_writes_down_tells_what_was_asked_or_who_asked(site: Standing) -> None:
    with site.browser(comes_from="127.0.0.9") as somebody:
        reply = somebody.get("/tax?email=rosa@example.org", headers={"User-Agent": "rosa's browser"})
    assert site.nginx.line_of(reply.headers["x-request-id"])["status"] == reply.status_code
    text = (site.nginx.folder / "access.log").read_text(encoding="utf-8")
    assert "rosa" not in text
    assert "127.0.0.9" not in text


def test_when_nobody_is_there_people_read_a_page_and_programs_a_problem(
    tmp_path: Path, certificates: OfTheHouse
) -> None:
    tmp_path.chmod(0o711)
    with running(prepared(tmp_path, [free_port(), free_port()], certificates)) as alone:
        base = f"https://127.0.0.1:{alone.tls_port}"
        with httpx.Client(base_url=base, verify=alone.trusted()) as somebody:
            page = somebody.get("/tax")
            form = somebody.post("/api/forms/sign-in")
            program = somebody.post("/api/tax/refund-estimate")
    assert page.text == form.text == (ROOT / "assets/updating.html").read_text(encoding="utf-8")
    assert {(one.status_code, one.headers["retry-after"]) for one in (page, form, program)} == {(503, "30")}
    assert page.headers["cache-control"] == "no-store"
    assert program.json()["title"] == words.sentence("api.503.title")
