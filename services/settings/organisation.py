"""What the house is told of an organisation at which people can sign in."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, StringConstraints

from services.settings import values

OrganisationKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,29}$")]
"""How the settings and the addresses of our pages call it: COUNTY in ORGANISATIONS__COUNTY__ISSUER is `county`."""


class Organisation(BaseModel):
    """One organisation, and the client that its identity provider has registered for us (OpenID Connect)."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    name: str = Field(min_length=1, max_length=60)
    issuer: Annotated[str, AfterValidator(values.issuer)]
    client_id: str = Field(min_length=1)
    client_secret: SecretStr = Field(min_length=1)
