"""An authority of this machine, and certificates that it signs: for development, where nobody else vouches for it.

The authority can vouch for names and addresses of a home network only (RFC 5280, 4.2.1.10), so that a device that
trusts it trusts it for no other site.
"""

from datetime import UTC, datetime, timedelta
from ipaddress import ip_address, ip_network
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

NAMES = ("localhost", "local")
NETWORKS = tuple(map(ip_network, ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1", "fc00::/7")))
_AUTHORITY = "MBTQ on this machine, for development"
_AUTHORITY_LASTS = timedelta(days=3650)
_CERTIFICATE_LASTS = timedelta(days=397)  # Apple's devices take none of more than 825 days


class Signed(NamedTuple):
    """A certificate with its private key."""

    certificate: x509.Certificate
    key: EllipticCurvePrivateKey


def new_authority() -> Signed:
    """Made once for a machine; other devices are told to trust it."""
    key = generate_private_key(SECP256R1())
    permitted = [*map(x509.DNSName, NAMES), *map(x509.IPAddress, NETWORKS)]
    builder = (
        _begun(_AUTHORITY, key, issuer=_AUTHORITY, lasts=_AUTHORITY_LASTS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.NameConstraints(permitted, None), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
    )
    return Signed(builder.sign(key, SHA256()), key)


def certificate_for(hosts: list[str], authority: Signed) -> Signed:
    """A certificate for these names and addresses, of which the authority may vouch for each."""
    key = generate_private_key(SECP256R1())
    builder = (
        _begun(hosts[0], key, issuer=_AUTHORITY, lasts=_CERTIFICATE_LASTS)
        .add_extension(x509.SubjectAlternativeName([_general_name(host) for host in hosts]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.key.public_key()), critical=False)
    )
    return Signed(builder.sign(authority.key, SHA256()), key)


def _begun(name: str, key: EllipticCurvePrivateKey, *, issuer: str, lasts: timedelta) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(_named(name))
        .issuer_name(_named(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))  # another device's clock may be late
        .not_valid_after(now + lasts)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _general_name(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(host))
    except ValueError:
        return x509.DNSName(host)


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )
