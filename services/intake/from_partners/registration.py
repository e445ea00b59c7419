"""What a partner sends of a client: read whole, with every problem told by its place. Unknown fields are problems."""

from collections.abc import Mapping
from typing import Annotated, Any, TypeVar
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    StringConstraints,
    ValidationError,
    model_validator,
)

from db.values.intake import Interest, InterpreterStatus, Program
from db.values.people import CommunicationPreference
from services.accounts import addresses
from services.errors import Invalid, Problem, pointer_to
from services.partners.faults import InvalidQuestion
from services.seen import in_lines, in_one_line

LONGEST_NAME = 200
LONGEST_HISTORY = 2_000
_PLAIN = r"^[^\x00-\x1f\x7f]*$"
_CODES = {
    "missing": "intake.input.missing",
    "extra_forbidden": "intake.input.unknown",
    "enum": "intake.input.choice",
    "literal_error": "intake.input.choice",
    "bool_type": "intake.input.yes_no",
    "tuple_type": "intake.input.list",
    "uuid_parsing": "intake.input.id",
    "uuid_type": "intake.input.id",
    "model_type": "intake.input.object",
    "model_attributes_type": "intake.input.object",
}
_Read = TypeVar("_Read", bound=BaseModel)


class _Sent(BaseModel):
    """Null for a field that may be left out is the same as leaving it out."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _without_nulls(cls, body: object) -> object:
        if not isinstance(body, Mapping):
            return body
        optional = {name for name, told in cls.model_fields.items() if not told.is_required()}
        return {name: value for name, value in body.items() if value is not None or name not in optional}


class Registration(_Sent):
    """A new client, as a partner knows them."""

    full_name: Annotated[
        str,
        StringConstraints(strict=True, strip_whitespace=True, max_length=LONGEST_NAME, pattern=_PLAIN),
        AfterValidator(in_one_line),
        Field(min_length=1),
    ]
    email: Annotated[str, StringConstraints(strict=True, max_length=320)]
    communication_preference: CommunicationPreference
    interpreter_needed: StrictBool = False
    interpreter_contracting_status: InterpreterStatus | None = None

    @property
    def wish(self) -> InterpreterStatus | None:
        """What it says of an interpreter. What a partner approved, we have not approved yet."""
        said = self.interpreter_contracting_status
        if said is InterpreterStatus.APPROVED:
            return InterpreterStatus.PENDING
        return said or (InterpreterStatus.PENDING if self.interpreter_needed else None)


class Assessment(_Sent):
    """A needs assessment, of a client or of nobody in particular. An empty list is none of them; None is not told."""

    hearing_aid_claims_history: Annotated[
        str, StringConstraints(strict=True, strip_whitespace=True, max_length=LONGEST_HISTORY), AfterValidator(in_lines)
    ]
    benefit_program_eligibility: Annotated[tuple[Program, ...], Field(max_length=len(Program))] | None = None
    tax_deductions_focus: Annotated[tuple[Interest, ...], Field(max_length=len(Interest))] | None = None
    client_id: UUID | None = None


def read_registration(body: object) -> Registration:
    """A registration with its address as mail servers take it. InvalidQuestion with every problem.

    Whether an interpreter is needed must not contradict the status of one.
    """
    found = _read(Registration, body)
    problems, address = [], ""
    try:
        address = addresses.checked(found.email)
    except Invalid as problem:
        problems.append(Problem(pointer_to("email"), problem.code))
    if found.interpreter_needed and found.interpreter_contracting_status is InterpreterStatus.NOT_REQUIRED:
        problems.append(Problem(pointer_to("interpreter_contracting_status"), "intake.input.needed_and_not"))
    if problems:
        raise InvalidQuestion(problems)
    return found.model_copy(update={"email": address})


def read_assessment(body: object) -> Assessment:
    """A needs assessment. InvalidQuestion with every problem."""
    return _read(Assessment, body)


def _read(kind: type[_Read], body: object) -> _Read:
    try:
        return kind.model_validate(body)
    except ValidationError as problems:
        raise InvalidQuestion([_told(each) for each in problems.errors()]) from None


def _told(problem: Any) -> Problem:
    code = _CODES.get(problem["type"], "intake.input.text")
    return Problem(pointer_to(*problem["loc"]), code, problem.get("ctx", {}).get("expected", ""))
