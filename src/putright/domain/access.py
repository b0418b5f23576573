"""Who may see a case, and who may do what on it? Decided from roles, and from the part a person has in the case."""

from dataclasses import dataclass
from datetime import date

from putright.domain.duty import Refused
from putright.domain.roles import (
    AUTHORISED,
    DEED_WORDS,
    NOT_KEPT_OUT,
    REACH,
    ROLE_WORDS,
    THOUGH_NAMED,
    Deed,
    Reach,
    Role,
    can_be_given,
    roles_for,
)

__all__ = [
    "AUTHORISED",
    "DEED_WORDS",
    "NOT_KEPT_OUT",
    "REACH",
    "ROLE_WORDS",
    "Actor",
    "Deed",
    "Given",
    "Parts",
    "Reach",
    "Role",
    "can_be_given",
    "may_view",
    "reaches",
    "roles_for",
    "why_not",
    "why_not_here",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person who acts or looks on a day: who they are, for which body, and the roles they hold there on that day.

    `given` are those of the roles in which they have been given cases, whether or not for that day.
    """

    person_id: int
    body_id: int
    roles: frozenset[Role]
    on: date
    given: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """That somebody was given a case in a role, from one day until another, both included."""

    person_id: int
    role: Role
    from_on: date
    until_on: date | None = None

    def counts_for(self, actor: Actor) -> bool:
        """Whether it lets the actor do something today: on its days, while they hold the role at the body."""
        begun = self.from_on <= actor.on
        lasts = self.until_on is None or actor.on <= self.until_on
        return self.person_id == actor.person_id and self.role in actor.roles and begun and lasts


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a case says about who may come near it.

    Its body, its handler, its review, the staff it names, to whom it was given, and whether it is restricted to those.
    """

    body_id: int
    handler_id: int | None = None
    in_review: bool = False
    named_ids: frozenset[int] = frozenset()
    signed_by_id: int | None = None
    given: frozenset[Given] = frozenset()
    restricted: bool = False


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
    if actor.person_id in parts.named_ids and deed not in THOUGH_NAMED:
        return Refused(
            code="named-in-the-case",
            message="You are named in this complaint, so you may not see, handle or sign it. Ask a colleague.",
        )
    if not _may(actor, deed, parts):
        return _restricted(actor, deed, parts) or _not_your_role(deed)
    if deed is Deed.REVIEW and actor.person_id == parts.signed_by_id:
        return Refused(
            code="own-decision",
            message="You signed the decision that is to be reviewed. Somebody else must review it.",
        )
    return None


def why_not_here(actor: Actor, deed: Deed) -> Refused | None:
    """Why the actor may not do something that concerns no case in particular; nothing if they may."""
    return why_not(actor, deed, Parts(body_id=actor.body_id))


def _may(actor: Actor, deed: Deed, parts: Parts) -> bool:
    row = REACH[deed]
    return any(_covers(role, row[role], actor, parts) for role in actor.roles if role in row)


def _covers(role: Role, reach: Reach, actor: Actor, parts: Parts) -> bool:
    """Whether one role of the actor, of this reach, covers the case: each stands for itself."""
    if any(given.role is role and given.counts_for(actor) for given in parts.given):
        return True
    handles = parts.handler_id == actor.person_id
    if parts.restricted and not handles and role not in NOT_KEPT_OUT:
        return False
    match reach:
        case Reach.ALL:
            return True
        case Reach.ASSIGNED:
            return handles
        case Reach.IN_REVIEW:
            return parts.in_review
        case Reach.GIVEN:
            return False


def _restricted(actor: Actor, deed: Deed, parts: Parts) -> Refused | None:
    """The refusal for whoever is kept out by the restriction alone; if they may not see the case, it is not there."""
    if not parts.restricted or not (reaches(actor, deed) - {Reach.GIVEN}):
        return None
    if not _may(actor, Deed.SEE, parts):
        return Refused(code="no-such-case", message="There is no such case.")
    return Refused(
        code="restricted",
        message=f"This case is restricted, and it was not given to you to {DEED_WORDS[deed]}. Ask whoever handles it.",
    )


def _not_your_role(deed: Deed) -> Refused:
    return Refused(code="not-your-role", message=f"Your role does not let you {DEED_WORDS[deed]}. {_who_may(deed)}")


def _who_may(deed: Deed) -> str:
    """Who could be asked instead: whose role lets them, or if there is none, to whom a case can be given for it."""
    roles = roles_for(deed, Reach.ALL, Reach.ASSIGNED, Reach.IN_REVIEW) or roles_for(deed)
    names = [f"the {ROLE_WORDS[role]}" for role in roles]
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
    return f"It can be done by {listed}."
