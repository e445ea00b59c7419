"""Certificates are renewed while the house stands, and nobody is sent away for it."""

import re
import signal
import ssl
import subprocess
from functools import partial
from pathlib import Path

from redis.asyncio import Redis
from sqlalchemy.engine import make_url

from tests.deployment.certificates import OfTheHouse
from tests.deployment.changed import changed
from tests.deployment.standing import Standing
from tests.services.jobs.waiting import until


def renewed(site: Standing, redis: str, certificates: OfTheHouse) -> dict[Path, int]:
    """New certificates of the app and of Redis, taken as deploy/renew.sh has it done; and where each is shown."""
    for file in (files := (certificates.of("app"), certificates.of("redis"))):
        file.unlink()
    certificates.make()
    for house in site.houses:
        house.process.send_signal(signal.SIGHUP)
    port = make_url(redis).port
    text = changed(
        "renew.sh", {"\\\n": "", "/certificates/": f"{certificates.public}/", "redis-cli": f"redis-cli -p {port}"}
    )
    subprocess.run(re.findall(r"(redis-cli .*)", text)[0].split(), check=True, capture_output=True)
    return dict(zip(files, (site.processes[0].port, int(port or 0)), strict=True))


async def test_the_house_takes_new_certificates_while_it_stands(
    site: Standing, redis: str, certificates: OfTheHouse
) -> None:
    for file, port in renewed(site, redis, certificates).items():
        await until(partial(shows, port, file.read_text(encoding="utf-8")))
    with site.browser() as somebody:
        assert somebody.get("/sign-in").status_code == 200
    async with Redis.from_url(certificates.redis(redis)) as line:
        assert await line.ping()


def shows(port: int, file: str) -> bool:
    """Whether whoever asks there is shown the certificate of a file."""
    return ssl.get_server_certificate(("127.0.0.1", port)) in file
