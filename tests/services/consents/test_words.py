"""The words of every consent: for each use of its own, in plain words first, and then as the law says them."""

import pytest

from db.values.consents import ConsentPurpose
from services.consents import ASKED
from services.words.consents import consent_words

RECIPIENT = "Deaf Credit Union"
KINDS = {
    ConsentPurpose.INSURANCE: "use",
    ConsentPurpose.ASSISTANT: "use",
    ConsentPurpose.PARTNER: "disclosure",
}


@pytest.mark.parametrize("purpose", ConsentPurpose)
def test_every_use_has_words_with_all_that_the_law_wants(purpose: ConsentPurpose) -> None:
    words = consent_words(purpose, RECIPIENT)
    text = words.as_signed("Maria Díaz")
    assert words.kind == KINDS[purpose]
    assert text.index("Federal law requires this consent form") < text.index("You are not required to complete")
    assert "your consent will not be valid" in text
    assert "valid for one year from the date of signature" in text
    assert "complaints@tigta.treas.gov" in text
    assert text.endswith(".")
    assert "I, Maria Díaz, allow MBTQ to" in text
    assert "{" not in text
    assert (RECIPIENT in text) == (words.kind == "disclosure")


@pytest.mark.parametrize("purpose", ConsentPurpose)
def test_the_plain_words_say_that_no_costs_nothing_and_when_it_ends(purpose: ConsentPurpose) -> None:
    plain = consent_words(purpose, RECIPIENT).plain
    assert plain[0] == "You can say no. Your estimate stays the same, and it costs the same."
    assert plain[-1].startswith("It ends one year after you sign.")


def test_no_two_uses_have_the_same_words() -> None:
    texts = {consent_words(purpose, RECIPIENT).signing for purpose in ConsentPurpose}
    assert len(texts) == len(ConsentPurpose)


def test_nothing_asks_for_a_consent_yet_and_the_privacy_notice_says_so() -> None:
    """When something does: hold the words against Rev. Proc. 2013-14 itself, and change the notice."""
    assert not ASKED


def test_a_use_without_words_is_a_bug() -> None:
    with pytest.raises(KeyError):
        consent_words("horoscopes")
