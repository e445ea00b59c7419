"""The house as it stands on a server: nginx, two processes of the app, PgBouncer, PostgreSQL, Redis."""

import signal
import ssl
from dataclasses import dataclass
from pathlib import Path

import httpx
from prometheus_client.parser import text_string_to_metric_families

from services.settings import secrets
from tests.deployment.nginx_server import Nginx
from tests.processes.house_process import HouseProcess

TOKEN = secrets.fresh()["health_token"]
PER_MINUTE = 1000
"""More than a test asks, and few enough that it sees the count go down."""


@dataclass(frozen=True)
class Process:
    """One process of the app, at a port that stays."""

    port: int
    data_dir: Path
    environment: dict[str, str]
    ca: Path

    def trusted(self) -> ssl.SSLContext:
        """What to trust in order to speak with it."""
        return ssl.create_default_context(cafile=str(self.ca))

    def started(self) -> HouseProcess:
        """Start it. It tells the address of the whole, not its own."""
        house = HouseProcess(self.data_dir, self.port, self.environment)
        house.address = self.environment["PUBLIC_URL"]
        return house

    def connected_pages(self) -> int:
        """How many browsers have their socket here, as the process tells Prometheus."""
        address, headers = f"https://localhost:{self.port}", {"Authorization": f"Bearer {TOKEN}"}
        told = httpx.get(f"{address}/api/internal/metrics", headers=headers, verify=self.trusted(), timeout=30)
        samples = [one for family in text_string_to_metric_families(told.text) for one in family.samples]
        [pages] = [one for one in samples if one.name == "mbtq_pages" and one.labels["state"] == "connected"]
        return int(pages.value)


@dataclass(frozen=True)
class Standing:
    """What runs."""

    nginx: Nginx
    processes: tuple[Process, Process]
    houses: list[HouseProcess]

    def browser(self, *, comes_from: str = "127.0.0.1") -> httpx.Client:
        """A program that keeps its cookies and speaks HTTP/1.1, from an address of this machine."""
        way = httpx.HTTPTransport(local_address=comes_from, verify=self.nginx.trusted())
        base = f"https://127.0.0.1:{self.nginx.tls_port}"
        return httpx.Client(base_url=base, headers={"Host": "localhost"}, transport=way, timeout=30)

    def stop(self, number: int) -> None:
        """End one process of the app, as a new release does."""
        house = self.houses[number]
        house.process.send_signal(signal.SIGTERM)
        house.ended()

    def mended(self) -> "Standing":
        """The same with every process running."""
        ended = [number for number, house in enumerate(self.houses) if house.process.poll() is not None]
        for number in ended:
            self.houses[number] = self.processes[number].started()
        for number in ended:
            self.houses[number].opened()
        return self
