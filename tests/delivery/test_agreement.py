"""What one file says of the house on a server, another says as well: addresses, limits, and what is in the image."""

import re

from services.settings import Settings
from tests.delivery.yaml_file import read
from tests.processes.house_process import ROOT

NGINX = (ROOT / "deploy/nginx/nginx.conf").read_text(encoding="utf-8")
PARTS = read("compose.yaml")["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
MEGABYTE, MEBIBYTE = 1_000_000, 1024 * 1024
LARGEST_MB = Settings().largest_video_mb


def test_nginx_lets_the_largest_video_through_with_the_rest_of_its_form() -> None:
    [place] = re.findall(r"location = /api/forms/feedback \{(.*?)\n        \}", NGINX, re.DOTALL)
    [limit] = re.findall(r"client_max_body_size (\d+)m;", place)
    assert int(limit) * MEBIBYTE >= (LARGEST_MB + 1) * MEGABYTE
    assert int(limit) <= LARGEST_MB * 1.25, "what the app would refuse anyway"
    assert f"says {limit}m for this number" in (ROOT / ".env.example").read_text(encoding="utf-8")


def test_nginx_tells_people_how_large_a_video_may_be() -> None:
    assert f"choose a file of at most {LARGEST_MB} megabytes." in NGINX


def test_nginx_leads_to_the_processes_of_compose_and_they_believe_it_alone() -> None:
    addresses = {name: PARTS[name]["networks"]["front"]["ipv4_address"] for name in ("nginx", "app-1", "app-2")}
    asked = re.findall(r"server (10\.[\d.]+):8080", NGINX)
    assert asked == [addresses["app-1"], addresses["app-2"]]
    assert PARTS["app-1"]["environment"]["TRUSTED_PROXIES"] == f"{addresses['nginx']}/32"


def test_a_part_may_read_the_certificate_that_it_uses_and_no_other() -> None:
    """Groups keep files apart: PostgreSQL and Redis have the same number as an account in their images."""
    script = (ROOT / "deploy/certificates/make.sh").read_text(encoding="utf-8")
    groups = dict(re.findall(r"^part (\w+) (\d+) \w+$", script, re.MULTILINE))
    assert len(set(groups.values())) == len(groups) == 5
    assert PARTS["certificates"]["group_add"] == list(groups.values())
    told = {name: str(part) for name, part in PARTS.items() if name != "certificates"}
    told["pgbouncer"] += (ROOT / "deploy/pgbouncer/pgbouncer.ini").read_text(encoding="utf-8")
    used = {name: set(re.findall(r"/certificates/(\w+)\.pem", text)) - {"ca"} for name, text in told.items()}
    may_read = {name: set(PARTS[name].get("group_add", [])) for name in told}
    assert may_read == {name: {groups[file] for file in files} for name, files in used.items()}
    assert [name for name in told if "certificates:/certificates:ro" not in PARTS[name]["volumes"]] == []


def test_every_part_of_the_app_is_in_the_image_and_nothing_else() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    parts = set(re.findall(r"^PARTS := (.+)$", makefile, re.MULTILINE)[0].split()) | {"content"}
    copied = set(re.findall(r"^COPY (?!--)(\S+) (?:\./|\1)$", DOCKERFILE, re.MULTILINE))
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    assert copied == parts
    assert let_in == parts | {"requirements.txt"}
