"""The role walk: every page and every address that shows something, as every role, as a guest, as nobody, as a partner.

Which policy lets whom begin what is a table in tests/services/test_policy.py, for events in tests/ui.
"""

from collections.abc import Iterator

import httpx
import pytest

from db.types import new_id
from db.values.people import STAFF_ROLES, Role
from tests.app import App
from tests.factories import an_address, an_assignment, an_estimate
from tests.people import known_as
from tests.security.attempts import Attempts
from tests.security.doors import Door, pages
from tests.security.walkers import Walker, walkers

pytestmark = pytest.mark.usefixtures("nobody_works_here")
ANSWERING = {Role.SUPPORT_AGENT, Role.PREPARER, Role.ADMINISTRATOR}
FOR_STAFF: dict[str, set[Role]] = {
    "/staff": set(STAFF_ROLES),
    "/staff/audit": {Role.AUDITOR},
    "/staff/assignments": {Role.COORDINATOR, Role.AUDITOR},
    "/staff/customers": ANSWERING | {Role.INTERPRETER, Role.INSURANCE_AGENT, Role.COORDINATOR},
    "/staff/customers/{customer_id}": ANSWERING | {Role.INTERPRETER, Role.INSURANCE_AGENT},
    "/staff/customers/{customer_id}/estimates/{return_id}": ANSWERING,
    "/staff/season": {Role.COORDINATOR, Role.AUDITOR} | ANSWERING,
    "/staff/export": {Role.COORDINATOR, Role.ADMINISTRATOR},
    "/staff/emergency": ANSWERING | {Role.AUDITOR},
    "/staff/feedback": ANSWERING,
    "/staff/feedback/{feedback_id}": ANSWERING,
    "/staff/health": {Role.ADMINISTRATOR},
    "/staff/interpreters": {Role.COORDINATOR},
    "/staff/recovery": ANSWERING,
    "/staff/recovery/{request_id}": ANSWERING,
    "/staff/reviews": {Role.PREPARER},
    "/staff/reviews/{review_id}": {Role.PREPARER},
    "/staff/roles": {Role.ADMINISTRATOR, Role.AUDITOR},
    "/api/feedback/{feedback_id}/video": ANSWERING,
}
"""What only these roles open. Everything else is open to everybody, or to everybody with a session or an account."""
SIGN_IN = "/sign-in"


async def test_what_is_for_staff_opens_for_the_roles_of_the_table_and_for_nobody_else(
    app: App, attempts: Attempts
) -> None:
    doors = {door.path: door for door in pages(app)}
    assert {path for path in doors if path.startswith("/staff")} <= set(FOR_STAFF)
    for walker in await walkers(app):
        for path, roles in FOR_STAFF.items():
            reply = await walker.opens(doors[path].filled())
            if walker.role in roles:
                assert reply.status_code == (404 if "{" in path else 200), (walker.name, path)
            else:
                attempts.tried(f"{path} as {walker.name}", refused=_is_refused(reply))


def _is_refused(reply: httpx.Response) -> bool:
    sent_on = reply.headers.get("location", "").startswith((SIGN_IN, "/account/second-step"))
    return reply.status_code == 403 or (reply.status_code == 303 and sent_on)


async def test_what_is_for_people_with_an_account_opens_for_every_role_alike(app: App, attempts: Attempts) -> None:
    everybody = await walkers(app)
    nobody = next(each for each in everybody if each.name == "nobody")
    for door in pages(app):
        if door.path in FOR_STAFF or door.path.startswith("/development"):
            continue
        if (await nobody.opens(door.filled())).status_code != 303:
            continue  # open to everybody, or closed to everybody
        answers = {each.name: (await each.opens(door.filled())).status_code for each in everybody if each.role}
        assert len(set(answers.values())) == 1, (door.path, answers)
        strangers = [each for each in everybody if each.role is None and each.name != "a guest"]
        for each in strangers:
            attempts.tried(f"{door.path} as {each.name}", refused=(await each.opens(door.filled())).status_code == 303)


async def test_an_id_of_somebody_else_looks_like_one_that_was_made_up_in_every_path(
    app: App, attempts: Attempts
) -> None:
    address = an_address()
    _, maria = await known_as(app, address=address)
    _, dana = await known_as(app, Role.PREPARER)
    hers = [maria.person_id, maria.session_id, await an_estimate(app.house, maria)]
    hers.append(await an_assignment(app.house, dana, maria, role=Role.PREPARER))
    for number, role in enumerate(Role):
        stranger = Walker(role.value, (await known_as(app, role))[0], role)
        for place, door in enumerate(_with_an_id(app)):
            each = hers[(number + place) % len(hers)]  # over the roles, each door meets each id
            made_up = await stranger.opens(door.filled())
            reply = await stranger.opens(door.filled(**dict.fromkeys(door.parts, str(each))))
            same = reply.status_code == made_up.status_code != 200 and address not in reply.text
            attempts.tried(f"{door.path} with {each} as {role}", refused=same)
        for each in (hers[2], new_id()):
            for page in ("estimate", "costs"):
                reply = await stranger.opens(f"/tax/2025/{page}?estimate={each}")
                attempts.tried(f"/tax/2025/{page} of {each} as {role}", refused=reply.status_code == 404)


def _with_an_id(app: App) -> Iterator[Door]:
    """The doors whose path names a row."""
    for door in pages(app):
        if door.parts and all(part.endswith("_id") for part in door.parts):
            yield door
