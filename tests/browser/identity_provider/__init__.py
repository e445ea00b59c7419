"""An identity provider that others made and certified, oidc-provider for Node.js, as long as a block runs."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.processes.house_process import ROOT

CLIENT, SECRET = "mbtq", "what the school gave us"
_PACKAGES = ROOT / ".npm"
_PROVIDER = Path(__file__).parent / "provider.mjs"


@contextmanager
def an_identity_provider(*, port: int, back_to: str) -> Iterator[str]:
    """Its issuer. AssertionError without its packages: `make packages` installs them."""
    assert (_PACKAGES / "node_modules").exists(), "oidc-provider is not installed: run make packages"
    command = ["node", str(_PROVIDER), str(_PACKAGES), str(port), back_to]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            if "open" not in process.stdout.readline():
                raise AssertionError(process.communicate()[1])
            yield f"http://localhost:{port}"
        finally:
            process.terminate()
            process.communicate()
