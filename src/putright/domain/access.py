"""Who may see a case, and who may do what on it? Decided from roles, and from the part a person has in the case."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from putright.domain.duty import Refused


class Role(StrEnum):
    """What a person is appointed to at a body; docs/rules/access.md says what each may do."""

    ADMINISTRATOR = "administrator"
    COMPLAINTS_OFFICER = "complaints-officer"
    COMPLAINTS_MANAGER = "complaints-manager"
    SERVICE_MANAGER = "service-manager"
    INVESTIGATOR = "investigator"
    MEDICAL_DIRECTOR = "medical-director"
    RESPONSIBLE_PERSON = "responsible-person"
    DELEGATE = "delegate"


class Deed(StrEnum):
    """The kinds of thing that can be done at a body; every action is of one kind."""

    SEE = "see"
    RECEIVE = "receive"
    HANDLE = "handle"
    INVESTIGATE = "investigate"
    ANSWER = "answer"
    DECIDE = "decide"
    SIGN = "sign"
    REVIEW = "review"
    ADMINISTER = "administer"


class Reach(StrEnum):
    """On which cases a role may do something."""

    ALL = "all"
    ASSIGNED = "assigned"
    IN_REVIEW = "in review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person who acts or looks: who they are, for which body, and the roles they hold there on the day."""

    person_id: int
    body_id: int
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a case says about who may come near it: its body, its handler, its review, and the staff it names."""

    body_id: int
    handler_id: int | None = None
    in_review: bool = False
    named_ids: frozenset[int] = frozenset()
    signed_by_id: int | None = None


ROLE_WORDS: Final = {
    Role.ADMINISTRATOR: "administrator",
    Role.COMPLAINTS_OFFICER: "complaints officer",
    Role.COMPLAINTS_MANAGER: "complaints manager",
    Role.SERVICE_MANAGER: "service manager",
    Role.INVESTIGATOR: "investigator",
    Role.MEDICAL_DIRECTOR: "Medical Director",
    Role.RESPONSIBLE_PERSON: "responsible person",
    Role.DELEGATE: "person authorised to sign",
}

DEED_WORDS: Final = {
    Deed.SEE: "see this case",
    Deed.RECEIVE: "enter a complaint",
    Deed.HANDLE: "handle this case",
    Deed.INVESTIGATE: "investigate this case",
    Deed.ANSWER: "prepare the response",
    Deed.DECIDE: "decide whether this complaint is taken up",
    Deed.SIGN: "sign the response",
    Deed.REVIEW: "review this case",
    Deed.ADMINISTER: "appoint people or adopt procedures",
}

_OFFICE: Final = (Role.COMPLAINTS_OFFICER, Role.COMPLAINTS_MANAGER, Role.SERVICE_MANAGER)
_SIGNERS: Final = (Role.RESPONSIBLE_PERSON, Role.DELEGATE)
_MANAGERS: Final = (Role.COMPLAINTS_MANAGER, Role.SERVICE_MANAGER, *_SIGNERS)
_EVERY_CASE: Final = dict.fromkeys((*_OFFICE, *_SIGNERS), Reach.ALL)

# The table of docs/rules/access.md, which a test compares with this one cell by cell.
REACH: Final[dict[Deed, dict[Role, Reach]]] = {
    Deed.SEE: {**_EVERY_CASE, Role.INVESTIGATOR: Reach.ASSIGNED, Role.MEDICAL_DIRECTOR: Reach.IN_REVIEW},
    Deed.RECEIVE: _EVERY_CASE,
    Deed.HANDLE: _EVERY_CASE,
    Deed.INVESTIGATE: {**_EVERY_CASE, Role.INVESTIGATOR: Reach.ASSIGNED},
    Deed.ANSWER: {**_EVERY_CASE, Role.INVESTIGATOR: Reach.ASSIGNED},
    Deed.DECIDE: dict.fromkeys(_MANAGERS, Reach.ALL),
    Deed.SIGN: dict.fromkeys(_SIGNERS, Reach.ALL),
    Deed.REVIEW: {Role.MEDICAL_DIRECTOR: Reach.IN_REVIEW},
    Deed.ADMINISTER: {Role.ADMINISTRATOR: Reach.ALL},
}


def reaches(actor: Actor, deed: Deed) -> frozenset[Reach]:
    """On which cases of their own body the actor's roles let them do something."""
    held = (REACH[deed].get(role) for role in actor.roles)
    return frozenset(reach for reach in held if reach is not None)


def may_view(actor: Actor, parts: Parts) -> bool:
    """Whether the actor may see the case; `records.visible_to` answers the same for many cases at once."""
    return why_not(actor, Deed.SEE, parts) is None


def why_not(actor: Actor, deed: Deed, parts: Parts) -> Refused | None:
    """Why the actor may not do this on this case; nothing if they may."""
    if actor.body_id != parts.body_id:
        return Refused(code="another-body", message="This case belongs to another organisation.")
    if actor.person_id in parts.named_ids:
        return Refused(
            code="named-in-the-case",
            message="You are named in this complaint, so you may not see, handle or sign it. Ask a colleague.",
        )
    if not any(_covers(reach, actor, parts) for reach in reaches(actor, deed)):
        return Refused(code="not-your-role", message=f"Your role does not let you {DEED_WORDS[deed]}. {_who_may(deed)}")
    if deed is Deed.REVIEW and actor.person_id == parts.signed_by_id:
        return Refused(
            code="own-decision",
            message="You signed the decision that is to be reviewed. Somebody else must review it.",
        )
    return None


def why_not_here(actor: Actor, deed: Deed) -> Refused | None:
    """Why the actor may not do something that concerns no case in particular; nothing if they may."""
    return why_not(actor, deed, Parts(body_id=actor.body_id))


def _covers(reach: Reach, actor: Actor, parts: Parts) -> bool:
    match reach:
        case Reach.ALL:
            return True
        case Reach.ASSIGNED:
            return parts.handler_id == actor.person_id
        case Reach.IN_REVIEW:
            return parts.in_review


def _who_may(deed: Deed) -> str:
    names = [f"the {ROLE_WORDS[role]}" for role in Role if role in REACH[deed]]
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
    return f"It can be done by {listed}."
