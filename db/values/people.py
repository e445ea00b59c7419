"""What people are here as, and how they want to talk with us. Standard library only."""

from enum import StrEnum


class Role(StrEnum):
    """What a person with an account is here as. Everybody is a customer; every other role is granted to them."""

    CUSTOMER = "customer"
    INTERPRETER = "interpreter"
    SUPPORT_AGENT = "support_agent"
    PREPARER = "preparer"
    INSURANCE_AGENT = "insurance_agent"
    CONTENT_EDITOR = "content_editor"
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


STAFF_ROLES: tuple[Role, ...] = tuple(role for role in Role if role is not Role.CUSTOMER)
ASSIGNED_ROLES = (Role.INTERPRETER, Role.SUPPORT_AGENT, Role.PREPARER, Role.INSURANCE_AGENT)
"""As what somebody is assigned to a customer."""


class CommunicationPreference(StrEnum):
    """How a person wants to talk with us; the values are those of the partner API."""

    ASL_INTERPRETER = "ASL_Interpreter"
    VRI = "VRI"
    CAPTIONED_PHONE = "Captioned_Phone"
    TEXT_ONLY = "Text_Only"
