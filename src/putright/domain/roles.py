"""What can a person be appointed to, what can be done at a body, and on which cases may which role do it?"""

from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """What a person is appointed to at a body; docs/rules/access.md says what each may do."""

    ADMINISTRATOR = "administrator"
    COMPLAINTS_OFFICER = "complaints-officer"
    COMPLAINTS_MANAGER = "complaints-manager"
    SERVICE_MANAGER = "service-manager"
    PALS_OFFICER = "pals-officer"
    INVESTIGATOR = "investigator"
    STAFF = "staff"
    MEDICAL_DIRECTOR = "medical-director"
    CLINICAL_REVIEWER = "clinical-reviewer"
    RESPONSIBLE_PERSON = "responsible-person"
    DELEGATE = "delegate"
    STAND_IN = "stand-in"
    ADVOCATE = "advocate"
    COMMISSIONERS_OFFICER = "commissioners-officer"
    OMBUDSMAN_CASEWORKER = "ombudsman-caseworker"
    AUDITOR = "auditor"
    DIRECTORY_EDITOR = "directory-editor"


class Deed(StrEnum):
    """The kinds of thing that can be done at a body; every action is of one kind."""

    SEE = "see"
    FOLLOW = "follow"
    RECEIVE = "receive"
    LISTEN = "listen"
    HANDLE = "handle"
    INVESTIGATE = "investigate"
    STATE = "state"
    ANSWER = "answer"
    DECIDE = "decide"
    SIGN = "sign"
    REVIEW = "review"
    GIVE = "give"
    LIMIT = "limit"
    AUDIT = "audit"
    ADMINISTER = "administer"
    DESCRIBE = "describe"


class Reach(StrEnum):
    """On which cases a role may do something."""

    ALL = "all"
    ASSIGNED = "assigned"
    IN_REVIEW = "in review"
    GIVEN = "given"


ROLE_WORDS: Final = {
    Role.ADMINISTRATOR: "administrator",
    Role.COMPLAINTS_OFFICER: "complaints officer",
    Role.COMPLAINTS_MANAGER: "complaints manager",
    Role.SERVICE_MANAGER: "service manager",
    Role.PALS_OFFICER: "PALS officer",
    Role.INVESTIGATOR: "investigator",
    Role.STAFF: "member of staff asked for a statement",
    Role.MEDICAL_DIRECTOR: "Medical Director",
    Role.CLINICAL_REVIEWER: "clinical reviewer",
    Role.RESPONSIBLE_PERSON: "responsible person",
    Role.DELEGATE: "person authorised to sign",
    Role.STAND_IN: "outside stand-in",
    Role.ADVOCATE: "advocate",
    Role.COMMISSIONERS_OFFICER: "commissioner's officer",
    Role.OMBUDSMAN_CASEWORKER: "Ombudsman caseworker",
    Role.AUDITOR: "auditor",
    Role.DIRECTORY_EDITOR: "directory editor",
}

DEED_WORDS: Final = {
    Deed.SEE: "see this case",
    Deed.FOLLOW: "see what the person who complained is shown",
    Deed.RECEIVE: "enter a complaint",
    Deed.LISTEN: "keep concerns, questions, compliments and comments",
    Deed.HANDLE: "handle this case",
    Deed.INVESTIGATE: "investigate this case",
    Deed.STATE: "give a statement on this case",
    Deed.ANSWER: "prepare the response",
    Deed.DECIDE: "decide this",
    Deed.SIGN: "sign the response",
    Deed.REVIEW: "review this case",
    Deed.GIVE: "say who may come near this case",
    Deed.LIMIT: "limit how somebody may contact the organisation",
    Deed.AUDIT: "see who has looked at this case",
    Deed.ADMINISTER: "appoint people or adopt procedures",
    Deed.DESCRIBE: "change how the organisation is reached",
}

_OFFICE: Final = (Role.COMPLAINTS_OFFICER, Role.COMPLAINTS_MANAGER, Role.SERVICE_MANAGER)
_SIGNERS: Final = (Role.RESPONSIBLE_PERSON, Role.DELEGATE)
_MANAGERS: Final = (Role.COMPLAINTS_MANAGER, Role.SERVICE_MANAGER, *_SIGNERS)
_EVERY_CASE: Final = dict.fromkeys((*_OFFICE, *_SIGNERS), Reach.ALL)
_STANDING_IN: Final = {Role.STAND_IN: Reach.GIVEN}
_INVESTIGATING: Final = {**_EVERY_CASE, Role.INVESTIGATOR: Reach.ASSIGNED, **_STANDING_IN}
_READING: Final = (Role.PALS_OFFICER, Role.CLINICAL_REVIEWER, Role.COMMISSIONERS_OFFICER, Role.OMBUDSMAN_CASEWORKER)
_SEEING: Final = {
    **_INVESTIGATING,
    Role.MEDICAL_DIRECTOR: Reach.IN_REVIEW,
    **dict.fromkeys(_READING, Reach.GIVEN),
    Role.AUDITOR: Reach.ALL,
}

# The table of docs/rules/access.md, which a test compares with this one cell by cell.
REACH: Final[dict[Deed, dict[Role, Reach]]] = {
    Deed.SEE: _SEEING,
    Deed.FOLLOW: {**_SEEING, Role.ADVOCATE: Reach.GIVEN},
    Deed.RECEIVE: {**_EVERY_CASE, Role.PALS_OFFICER: Reach.ALL},
    Deed.LISTEN: {**_EVERY_CASE, Role.PALS_OFFICER: Reach.ALL},
    Deed.HANDLE: {**_EVERY_CASE, **_STANDING_IN},
    Deed.INVESTIGATE: _INVESTIGATING,
    Deed.STATE: {Role.STAFF: Reach.GIVEN},
    Deed.ANSWER: _INVESTIGATING,
    Deed.DECIDE: {**dict.fromkeys(_MANAGERS, Reach.ALL), **_STANDING_IN},
    Deed.SIGN: {**dict.fromkeys(_SIGNERS, Reach.ALL), **_STANDING_IN},
    Deed.REVIEW: {Role.MEDICAL_DIRECTOR: Reach.IN_REVIEW, Role.CLINICAL_REVIEWER: Reach.GIVEN, **_STANDING_IN},
    Deed.GIVE: {**dict.fromkeys(_MANAGERS, Reach.ALL), **_STANDING_IN},
    Deed.LIMIT: {**dict.fromkeys(_SIGNERS, Reach.ALL), **_STANDING_IN},
    Deed.AUDIT: dict.fromkeys((Role.COMPLAINTS_MANAGER, Role.RESPONSIBLE_PERSON, Role.AUDITOR), Reach.ALL),
    Deed.ADMINISTER: {Role.ADMINISTRATOR: Reach.ALL},
    Deed.DESCRIBE: dict.fromkeys((Role.ADMINISTRATOR, Role.DIRECTORY_EDITOR), Reach.ALL),
}

# A restriction does not keep these out: one answers for how complaints are handled, the other looks for misuse.
NOT_KEPT_OUT: Final = frozenset({Role.RESPONSIBLE_PERSON, Role.AUDITOR})

# Nobody holds these but by the authority of the responsible person: SI 2009/309 reg 4(2).
AUTHORISED: Final = frozenset({Role.DELEGATE, Role.STAND_IN})

# To be heard is not to come near the case: whoever a complaint names may give their own statement.
THOUGH_NAMED: Final = frozenset({Deed.STATE})

# What is done about no case in particular, so that nobody is given a case to do it.
_OF_NO_CASE: Final = frozenset({Deed.RECEIVE, Deed.LISTEN, Deed.ADMINISTER, Deed.DESCRIBE})


def roles_for(deed: Deed, *reaches: Reach) -> tuple[Role, ...]:
    """The roles that may do something on some cases, of these reaches, or of any if none is said; in their order."""
    row = REACH[deed]
    return tuple(role for role in Role if role in row and (not reaches or row[role] in reaches))


def can_be_given(role: Role) -> bool:
    """Whether giving somebody a case in this role lets them do something that the role alone may not."""
    rows = [REACH[deed] for deed in Deed if deed not in _OF_NO_CASE]
    return role not in NOT_KEPT_OUT and any(role in row for row in rows)
