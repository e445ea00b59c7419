"""What tells of a person does not get into a log."""

from time import process_time

import pytest

from services.journal.masking import masked

ID = "0192f0f4-1234-7abc-8def-123456789012"
ENDLESS_SECONDS = 5
"""Of the processor. A bound against work without end, many times what it takes: no measurement."""
SECRET = "q1W2e3R4t5Y6u7I8o9P0a1S2d3F4g5H6j7K8l9Z0x1C"
PERSONAL = {
    "an e-mail address": ("write to rosa.diaz+tax@example.org", "rosa"),
    "an e-mail address without a country": ("<ada@localhost>", "ada"),
    "an Irish e-mail address": ("'o'brien@example.ie'", "brien"),
    "an e-mail address in a link": ("/sign-in?email=rosa%40example.org", "rosa"),
    "an e-mail address with a quoted name": ('"rosa diaz"@example.org', "rosa"),
    "a Social Security number": ("ssn 123-45-6789", "123"),
    "a Social Security number with spaces": ("ssn 123 45 6789", "6789"),
    "a Social Security number without anything": ("SSN123456789.", "1234"),
    "an employer's number": ("ein 12-3456789", "3456"),
    "a card": ("paid by 4111 1111 1111 1111", "4111"),
    "a card with hyphens": ("4111-1111-1111-1111", "1111"),
    "an account and its bank": ("021000021/000123456789", "0210"),
    "a phone number": ("+1 (555) 123-4567", "555"),
    "a phone number with dots": ("call 555.123.4567", "4567"),
    "a phone number without its area": ("call 555-1234", "1234"),
    "what a link asks for": ("http://localhost/sign-in?next=/tax&name=Rosa not found", "Rosa"),
    "a date of birth": ("born 1990-04-15", "1990"),
    "an amount of money": ("earned $31,200.50 in wages", "200"),
    "a partner's key": (f"mbtq_ab3defgh_{SECRET}", SECRET),
    "a bearer token": ("Authorization: Bearer abc.def~1", "abc"),
    "a password and its name": ("Authorization: Basic cm9zYTpwdw==", "cm9z"),
    "a JSON web token": ("got eyJhbGciOi.eyJzdWIi.c2ln", "eyJ"),
    "any long token": (f"token={SECRET}", SECRET),
    "a cookie": ("Cookie: theme=dark; mbtq_session=abc", "abc"),
    "our own cookie": ("saw __Host-mbtq_session=abc here", "abc"),
    "a password in an address": ("postgresql://mbtq:secret@db.internal/mbtq", "secret"),
    "an internet address": ("from 203.0.113.7", "113"),
    "a newer internet address": ("from 2001:db8::8a2e:370:7334", "8a2e"),
    "answers as JSON": ('saved {"taxpayer": {"name": "Rosa"}, "wages": 31200} now', "Rosa"),
    "answers cut off": ('saved {"taxpayer": "Rosa", "wag', "Rosa"),
    "answers as Python writes them": ("[{'name': 'Rosa'}]", "Rosa"),
    "what Pydantic refused": ("[type=int, input_value='Rosa Diaz', input_type=str]", "Rosa"),
    "a row that PostgreSQL refused": ("Failing row contains (1, Rosa, (Diaz)).", "Rosa"),
    "a value that PostgreSQL has already": ("Key (name)=(Rosa Diaz) already exists.", "Rosa"),
}


@pytest.mark.parametrize("kind", PERSONAL)
def test_it_is_masked(kind: str) -> None:
    text, secret = PERSONAL[kind]
    told = masked(text)
    assert secret not in told
    assert "[" in told


@pytest.mark.parametrize(
    "text",
    [
        f"job send_mail[12](mail_id='{ID}') failed",
        f"/* request={ID} */ select set_config('app.kind', %(kind)s, true)",
        "select 1::text from tax_return where revision = 3",
        "GET /tax/{tax_year}/estimate 200 in 12.3456789 ms",
        "services.starting.opening:118",
        "trace 4c79f60c11214eb38604f4ae0781bfb2",
        "at 12:00:05, after 30 seconds",
        "jobs [12] of {x}",
    ],
)
def test_what_tells_of_nobody_stays(text: str) -> None:
    assert masked(text) == text


def test_what_stays_readable_says_what_was_there() -> None:
    assert masked("rosa@example.org asked about 123-45-6789") == "[e-mail] asked about [number]"


@pytest.mark.parametrize("piece", ["a", "1", "1 ", "aA1-", "{'", "a:", "input_value=", "@", "a@", "(", ")=("])
def test_no_text_is_so_long_that_masking_it_never_ends(piece: str) -> None:
    began = process_time()
    masked(piece * (50_000 // len(piece)))
    assert process_time() - began < ENDLESS_SECONDS
