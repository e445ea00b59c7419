"""The states of qr_code."""

from components.qr_code import qr_code


def a_link() -> None:
    """A link"""
    qr_code(
        "otpauth://totp/MBTQ:maria%40people.example?secret=JBSWY3DPEHPK3PXP&issuer=MBTQ", label="QR code for an app"
    )
