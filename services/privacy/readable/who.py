"""Who did something, what, and why they might: a row of the audit trail, and of who trusts whom."""

from collections.abc import Iterator

from db.values.people import Role
from db.values.trust import TrustEnd
from services.audit.looking import what
from services.privacy.collecting import Collected, Row
from services.privacy.readable.pair import Pair, column
from services.words import capitalised, known, sentence


def actor(row: Row, _: Collected) -> Iterator[Pair]:
    """You, somebody of our team by their role, somebody you trust, or the app itself."""
    yield column("who", capitalised(_who(row)))


def _who(row: Row) -> str:
    if row["by_you"]:
        return sentence("your_data.you")
    if row["actor_kind"] == "system":
        return _at_a_door(row["act"])
    if row["actor_kind"] != "person":
        return sentence(f"your_data.actor.{row['actor_kind'] or 'guest'}")
    is_trusted = row["reason"] == "trusted" or row["act"].startswith("trust.")
    is_customer = row["as_role"] in (None, Role.CUSTOMER)
    return sentence(f"who_looked.who.{'trusted' if is_customer and is_trusted else row['as_role'] or Role.CUSTOMER}")


def _at_a_door(act_code: str) -> str:
    """Whoever pressed, as far as the act proves it: the house writes down what people do at a sign-in or by a link.

    What nobody pressed, it did by itself.
    """
    while act_code and not known(f"your_data.actor_of.{act_code}"):
        act_code = act_code.rpartition(".")[0]
    return sentence(f"your_data.actor_of.{act_code}" if act_code else "your_data.actor.system")


def act(row: Row, _: Collected) -> Iterator[Pair]:
    """What was done."""
    yield column("act", capitalised(act_in_words(row["act"])))


def act_in_words(code: str) -> str:
    """An act by anybody; of those by others the words of the page that lists them."""
    own = f"your_data.act.{code}"
    return sentence(own) if known(own) else what(code)


def reason(row: Row, _: Collected) -> Iterator[Pair]:
    """Why somebody else was let in."""
    code = f"who_looked.why.{row['reason']}"
    yield column("reason", sentence(code) if row["reason"] and known(code) else "")


def direction(row: Row, copy: Collected) -> Iterator[Pair]:
    """Who trusts whom; of one that is over also how it ended, from the side of whose copy it is."""
    is_theirs = _is_theirs(row, copy)
    yield column("direction", sentence("your_data.trust.you" if is_theirs else "your_data.trust.them"))
    if row["ended_by"]:
        side = "trust.ended" if is_theirs or row["ended_by"] == TrustEnd.TIME else "your_data.trust.ended"
        yield column("ended_by", sentence(f"{side}.{row['ended_by']}"))


def rights(row: Row, copy: Collected) -> Iterator[Pair]:
    """What the one may see or do for the other."""
    words = "trust.right" if _is_theirs(row, copy) else "trust.invitation.right"
    yield column("rights", ", ".join(sentence(f"{words}.{each}") for each in row["rights"]))


def _is_theirs(row: Row, copy: Collected) -> bool:
    [account] = copy.parts["account"]
    return bool(row["account_id"] == account["id"])
