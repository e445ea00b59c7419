"""What a person chooses from when telling about a cost. Each value has words in content/en/finder.toml."""

from enum import StrEnum


class Category(StrEnum):
    """What the money was spent on."""

    HEARING_AIDS = "hearing_aids"
    HEARING_AID_UPKEEP = "hearing_aid_upkeep"
    COCHLEAR_IMPLANT = "cochlear_implant"
    AUDIOLOGIST = "audiologist"
    HEARING_CARE = "hearing_care"
    SPECIAL_TELEPHONE = "special_telephone"
    TV_CAPTIONS = "tv_captions"
    HEARING_DOG = "hearing_dog"
    LIP_READING_LESSONS = "lip_reading_lessons"
    SPECIAL_EDUCATION = "special_education"
    HOME_ALARMS = "home_alarms"
    HOME_CHANGES = "home_changes"
    MEDICAL_DRIVING = "medical_driving"
    INTERPRETER = "interpreter"
    CAPTIONING = "captioning"
    NOTE_TAKER = "note_taker"
    WORK_ALERTING_DEVICE = "work_alerting_device"
    HEARING_PROTECTION = "hearing_protection"
    HEADPHONES = "headphones"
    ORDINARY_PHONE = "ordinary_phone"
    PHONE_AND_INTERNET = "phone_and_internet"
    OTHER = "other"


class Person(StrEnum):
    """Whose hearing, whose job or whose business it was for."""

    TAXPAYER = "taxpayer"
    SPOUSE = "spouse"
    DEPENDENT = "dependent"


class Payer(StrEnum):
    """Whose money it was. A business of one's own is `taxpayer` or `spouse`."""

    TAXPAYER = "taxpayer"
    SPOUSE = "spouse"
    DEPENDENT = "dependent"
    EMPLOYER = "employer"
    INSURANCE = "insurance"
    VOCATIONAL_REHABILITATION = "vocational_rehabilitation"
    HSA = "hsa"
    FSA = "fsa"
    HRA = "hra"
    SOMEBODY_ELSE = "somebody_else"


class Purpose(StrEnum):
    """What it was for."""

    CARE = "care"
    WORK = "work"
    BUSINESS = "business"
    PERSONAL = "personal"


class BusinessFor(StrEnum):
    """Whom a cost of a business serves: its owner, or people with disabilities who buy or work there."""

    OWNER = "owner"
    CUSTOMERS_OR_EMPLOYEES = "customers_or_employees"


class Use(StrEnum):
    """Purpose and private use together: a column of places.csv."""

    CARE = "care"
    WORK = "work"
    WORK_AND_PRIVATE = "work_and_private"
    BUSINESS = "business"
    BUSINESS_AND_PRIVATE = "business_and_private"
    FOR_CUSTOMERS = "for_customers"
    PERSONAL = "personal"


class HealthPlan(StrEnum):
    """The health insurance, as far as it matters for a health savings account (HSA)."""

    OTHER = "other"
    HIGH_DEDUCTIBLE_SELF = "high_deductible_self"
    HIGH_DEDUCTIBLE_FAMILY = "high_deductible_family"
