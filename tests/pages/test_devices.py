"""The page of devices: what it says of each, and what happens to the one that is signed out."""

from tests.app import App, Somebody
from tests.factories import PASSWORD, an_address
from tests.pages.acting import heard, press
from tests.people import makes_account

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Safari/604.1"


async def _signed_in_twice(app: App) -> tuple[Somebody, Somebody]:
    address, laptop, phone = an_address(), app.somebody(), app.somebody()
    for device, agent in ((laptop, WINDOWS), (phone, IPHONE)):
        device.http_client.headers["User-Agent"] = agent
    await makes_account(app, laptop, address)
    await phone.send("sign-in", email=address, password=PASSWORD)
    for device in (laptop, phone):
        await device.open("/account")
    return laptop, phone


async def test_two_devices_of_the_same_kind_are_told_apart(app: App) -> None:
    laptop, phone = await _signed_in_twice(app)
    phone.http_client.headers["User-Agent"] = WINDOWS
    await phone.open("/account")
    await laptop.open("/account/devices")
    assert "Sign out this device" in laptop.says()
    assert "Sign out Firefox on Windows, number 2" in laptop.says()


async def _is_signed_in(somebody: Somebody) -> bool:
    return (await somebody.http_client.get("/account")).status_code == 200


async def test_each_device_is_named_and_this_one_is_marked(app: App) -> None:
    laptop, _ = await _signed_in_twice(app)
    await laptop.open("/account/devices")
    said = laptop.says()
    assert said.index("Firefox on Windows") < said.index("This device") < said.index("Safari on iPhone")
    assert said.count("This device") == 1
    assert "Less than a minute ago" in said


async def test_another_device_is_signed_out_at_once_and_leaves_the_list(app: App) -> None:
    laptop, phone = await _signed_in_twice(app)
    await laptop.open("/account/devices")
    await press(laptop, "Sign out Safari on iPhone")
    assert "Safari on iPhone is signed out." in heard(laptop)
    assert "Sign out Safari on iPhone" not in laptop.says()
    assert "Sign out everywhere else" not in laptop.says()
    assert not await _is_signed_in(phone)
    assert await _is_signed_in(laptop)


async def test_everywhere_else_signs_out_all_but_this_one(app: App) -> None:
    laptop, phone = await _signed_in_twice(app)
    await laptop.open("/account/devices")
    await press(laptop, "Sign out everywhere else")
    assert "All other devices are signed out." in heard(laptop)
    assert "Safari on iPhone" not in laptop.says()
    assert not await _is_signed_in(phone)
    assert await _is_signed_in(laptop)


async def test_a_device_that_went_by_itself_meanwhile_is_said_to_be_gone(app: App) -> None:
    laptop, phone = await _signed_in_twice(app)
    await laptop.open("/account/devices")
    await phone.send("sign-out")
    await press(laptop, "Sign out Safari on iPhone")
    assert "This device is signed out already. Load the page again." in laptop.says()
