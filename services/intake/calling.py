"""A person's own number for relayed or captioned calls: checked, kept as E.164, shown as people write it."""

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

from services.errors import Invalid

_HERE = "US"
_COUNTRY_CODE = 1
LONGEST_CHARACTERS = 40


def read(number: str) -> str:
    """The number as E.164 (`+12025550123`). Invalid("number") for what is none, and for one of another country.

    Relay services and captioned phones of the United States give ten-digit numbers of the North American plan.
    """
    if len(number) > LONGEST_CHARACTERS:
        raise Invalid("number", "intake.number.wrong")
    try:
        found = phonenumbers.parse(number, _HERE)
    except NumberParseException:
        raise Invalid("number", "intake.number.wrong") from None
    if not phonenumbers.is_valid_number(found) or found.extension:
        raise Invalid("number", "intake.number.wrong")
    if found.country_code != _COUNTRY_CODE:
        raise Invalid("number", "intake.number.other_country")
    return phonenumbers.format_number(found, PhoneNumberFormat.E164)


def shown(number: str) -> str:
    """A number that was read, as people write it: `(202) 555-0123`, or with the country's code from elsewhere."""
    found = phonenumbers.parse(number)
    is_here = phonenumbers.region_code_for_country_code(found.country_code or 0) == _HERE
    return phonenumbers.format_number(found, PhoneNumberFormat.NATIONAL if is_here else PhoneNumberFormat.INTERNATIONAL)
