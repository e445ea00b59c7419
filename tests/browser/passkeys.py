"""A device with a fingerprint reader, as Chromium plays it (Web Authentication, 11), and what people do with it."""

from dataclasses import dataclass

from playwright.async_api import CDPSession, Page

from tests.browser.estimates import a_new_address, make_account, press, visit

PASSKEYS = "/account/passkeys"


_DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "automaticPresenceSimulation": True,
}


@dataclass
class Device:
    """What keeps the passkeys of one browser window."""

    session: CDPSession
    id: str

    async def credentials(self) -> list[dict[str, object]]:
        """The passkeys that it keeps."""
        told = await self.session.send("WebAuthn.getCredentials", {"authenticatorId": self.id})
        return list(told["credentials"])


async def a_device(page: Page, *, knows_its_person: bool = True) -> Device:
    """Give the window a device that knows its person by their finger at once, or not at all."""
    session = await page.context.new_cdp_session(page)
    await session.send("WebAuthn.enable", {"enableUI": False})
    options = {**_DEVICE, "isUserVerified": knows_its_person}
    added = await session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return Device(session, added["authenticatorId"])


async def offers_nothing_by_itself(page: Page) -> None:
    """As in a browser that lists no passkeys where the address is typed. Chromium's device takes them at once."""
    await page.add_init_script("PublicKeyCredential.isConditionalMediationAvailable = async () => false")


async def with_a_passkey(page: Page) -> Device:
    """Make an account and a passkey for it, and go back to the account."""
    await make_account(page, a_new_address())
    device = await a_device(page)
    await visit(page, PASSKEYS)
    await press(page, "Add a passkey")
    await visit(page, "/account")
    return device
