"""A person's own number for relayed or captioned calls: checked, kept as E.164, shown as people write it."""

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

from services.errors import Invalid

_HERE = "US"
_COUNTRY_CODE = 1
_DIGITS = 10
_GOOD_END = "2345678"
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
        if _has_no_area(found):
            raise Invalid("number", "intake.number.no_area")
        raise Invalid("number", "intake.number.wrong")
    if found.country_code != _COUNTRY_CODE:
        raise Invalid("number", "intake.number.other_country")
    return phonenumbers.format_number(found, PhoneNumberFormat.E164)


def _has_no_area(found: phonenumbers.PhoneNumber) -> bool:
    """Whether it is ten digits of which the first three are no area code: with another end it is none either."""
    digits = str(found.national_number)
    if found.country_code != _COUNTRY_CODE or len(digits) != _DIGITS:
        return False
    return not phonenumbers.is_valid_number(phonenumbers.parse(digits[:3] + _GOOD_END, _HERE))


def shown(number: str) -> str:
    """A number that was read, as people write it: `(202) 555-0123`, or with the country's code from elsewhere."""
    found = phonenumbers.parse(number)
    is_here = phonenumbers.region_code_for_country_code(found.country_code or 0) == _HERE
    return phonenumbers.format_number(found, PhoneNumberFormat.NATIONAL if is_here else PhoneNumberFormat.INTERNATIONAL)
