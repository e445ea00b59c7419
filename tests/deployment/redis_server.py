"""Debian's Redis with the options that compose.yaml gives it."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.deployment.certificates import OfTheHouse
from tests.deployment.changed import command_of
from tests.deployment.server_process import listening, program
from tests.processes.house_process import free_port


@contextmanager
def a_redis_over_tls(certificates: OfTheHouse) -> Iterator[str]:
    """Its address while the block lasts, without what it wants to see."""
    port = free_port()
    changes = {"redis-server": program("redis-server"), "6379": str(port), "/certificates/": f"{certificates.public}/"}
    options = ["--bind", "127.0.0.1", "--dir", str(certificates.folder), "--loglevel", "warning"]
    with listening([*command_of("redis", changes), *options], port=port):
        yield f"rediss://localhost:{port}/0"
