"""The certificates of a house, as the script of deploy/certificates makes them."""

import os
import pwd
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL

from tests.deployment.changed import DEPLOY, changed


@dataclass(frozen=True)
class OfTheHouse:
    """What deploy/certificates/make.sh makes in a folder, for the account that runs PostgreSQL and PgBouncer."""

    folder: Path
    account: int

    @property
    def public(self) -> Path:
        """What the parts of the house see."""
        return self.folder / "certificates"

    @property
    def ca(self) -> Path:
        """Who is trusted."""
        return self.public / "ca.pem"

    def of(self, part: str) -> Path:
        """The certificate of a part, with its key."""
        return self.public / f"{part}.pem"

    def database(self, port: int, *, part: str = "app", role: str = "mbtq_app") -> URL:
        """The address of a database at that port of localhost, for a part that checks and shows its certificate."""
        own = str(self.of(part))
        shown = {"sslmode": "verify-full", "sslrootcert": str(self.ca), "sslcert": own, "sslkey": own}
        return URL.create("postgresql", username=role, host="localhost", port=port, database="mbtq", query=shown)

    def redis(self, address: str) -> str:
        """The address of a Redis, for the app that checks and shows its certificate."""
        own = self.of("app")
        return f"{address}?ssl_ca_certs={self.ca}&ssl_certfile={own}&ssl_keyfile={own}"

    def make(self, changes: Mapping[str, str] | None = None) -> list[str]:
        """Run the script, with changes if any; what it says. Who is not root owns what it makes, and has one group."""
        for name in ("authority", "certificates"):
            (self.folder / name).mkdir(exist_ok=True)
        ours = {"=/authority ": f"={self.folder}/authority ", "=/certificates ": f"={self.public} "}
        mode = {} if os.geteuid() == 0 else {"chmod 640": "chmod 600"}
        text = changed("certificates/make.sh", ours | mode | dict(changes or {}))
        group = pwd.getpwuid(self.account).pw_gid
        (script := self.folder / "make.sh").write_text(re.sub(r" 700\d ", f" {group} ", text), encoding="utf-8")
        shutil.copy(DEPLOY / "certificates/openssl.cnf", self.folder)
        told = subprocess.run(["sh", str(script)], check=True, capture_output=True, text=True)
        return told.stdout.splitlines()
