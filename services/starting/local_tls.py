"""TLS on a developer's own machine: only over https may another device use passkeys and its camera."""

from ipaddress import ip_address
from pathlib import Path
from socket import AF_INET, AF_INET6, gethostname
from typing import NamedTuple
from urllib.parse import urlsplit

import psutil
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key

from db.cannot_start import CannotStart
from services.settings import Settings
from services.starting.certificates import NAMES, NETWORKS, Signed, certificate_for, new_authority


class Files(NamedTuple):
    """What the server serves with."""

    certificate: Path
    key: Path


def certified(settings: Settings) -> Files:
    """A new certificate for today's names and addresses. The authority is made once, and stays in the data folder.

    CannotStart when the authority can't vouch for PUBLIC_URL.
    """
    if not _can_be_vouched_for(settings.public_url):
        raise CannotStart("With LOCAL_TLS, PUBLIC_URL must be https:// and a name that ends in .local, or localhost.")
    folder = authority_file(settings).parent
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    files = Files(folder / "certificate.pem", folder / "certificate.key")
    _write(certificate_for(hosts(settings), _authority(settings)), files)
    return files


def authority_file(settings: Settings) -> Path:
    """The file that another device has to trust."""
    return settings.data_dir.resolve() / "tls" / "mbtq-authority.pem"


def hosts(settings: Settings) -> list[str]:
    """The names and addresses at which this machine can be reached in its own network; that of PUBLIC_URL first."""
    own = sorted(text for text in _addresses() if _is_of_a_home_network(text))
    return list(dict.fromkeys([urlsplit(settings.public_url).hostname or "", "localhost", "127.0.0.1", *own]))


def names(settings: Settings) -> list[str]:
    """The hosts that a request may name: that of PUBLIC_URL, and on a developer's machine all by which it is found."""
    if not settings.in_development:
        return [urlsplit(settings.public_url).hostname or ""]
    own, any_address = gethostname().lower(), str(ip_address(0))  # some write the address at which a server listens
    return [*hosts(settings), *_addresses(), "localhost.", "::1", any_address, own, f"{own.partition('.')[0]}.local"]


def _addresses() -> set[str]:
    """Those of all network cards of this machine, also outside the private networks."""
    of_cards = (address for card in psutil.net_if_addrs().values() for address in card)
    return {address.address.partition("%")[0] for address in of_cards if address.family in {AF_INET, AF_INET6}}


def origins(settings: Settings) -> list[str]:
    """As browsers write them. Pages may come from each; passkeys work at PUBLIC_URL alone."""
    written = [f"[{host}]" if ":" in host else host for host in hosts(settings)]
    return [f"https://{host}:{settings.port}" for host in written]


def steps(settings: Settings) -> list[str]:
    """What to do on another device, a line each."""
    return [
        "",
        "To use another device of the same network, such as a phone:",
        f"  1. Send it this file: {authority_file(settings)}",
        "  2. Trust the file there.",
        "     iPhone: install it in Settings, General, VPN & Device Management. Then switch it on in General, About,",
        "     Certificate Trust Settings. Android: search the settings for “CA certificate”.",
        "     Computer: add it to the authorities of the browser.",
        f"  3. Open {settings.public_url} there. If it is not found, give this machine a name in that network.",
        "  4. Remove the file from the device when you are done.",
        "Passkeys need a name: they do not work at an address made of numbers, and only at the one above.",
        "The camera also works at: " + " ".join(origins(settings)[1:]),
    ]


def _can_be_vouched_for(url: str) -> bool:
    parts = urlsplit(url)
    host = parts.hostname or ""
    return parts.scheme == "https" and (_is_of_a_home_network(host) or host.rpartition(".")[2] in NAMES)


def _is_of_a_home_network(text: str) -> bool:
    try:
        address = ip_address(text)
    except ValueError:
        return False
    return any(address in network for network in NETWORKS)


def _authority(settings: Settings) -> Signed:
    certificate = authority_file(settings)
    files = Files(certificate, certificate.with_suffix(".key"))
    if not all(file.exists() for file in files):
        _write(new_authority(), files)
    key = load_pem_private_key(files.key.read_bytes(), None)
    if not isinstance(key, EllipticCurvePrivateKey):
        raise TypeError(f"{files.key} holds no key of ours.")
    return Signed(x509.load_pem_x509_certificate(files.certificate.read_bytes()), key)


def _write(signed: Signed, files: Files) -> None:
    files.key.touch(mode=0o600)
    files.key.write_bytes(signed.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    files.certificate.write_bytes(signed.certificate.public_bytes(Encoding.PEM))
