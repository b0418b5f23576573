"""Which road does a complaint take: the NHS's, that of a choice, a department's, a council's, or one of its own?"""

from dataclasses import replace
from typing import Final

from putright.domain.directory import today_of
from putright.domain.directory_rows import Buyer, Channel, Covers, Family, Matter, Means, Practice, Purpose, Road
from putright.domain.guide import AnsweredBy, Role
from putright.domain.signpost_answer import Answer, Excluded, Unanswerable
from putright.domain.signpost_desk import THE_SERVICE, Desk, local_commissioner

LOCAL_COMMISSIONER: Final = "the NHS commissioner of the area of your GP practice"
WHOEVER_REFERS: Final = "whoever is referring you, usually your GP"
CARE_PROVIDER: Final = "the care provider"
COMPLAINTS_MANAGER: Final = "the complaints manager"
COMPLAINTS_TEAM: Final = "the complaints team"
APPEALS_PANEL: Final = "the appeals panel"
# What somebody is called, or is to be asked for, where no name is known.
IN_WORDS: Final = (
    *(THE_SERVICE, LOCAL_COMMISSIONER, WHOEVER_REFERS, CARE_PROVIDER),
    *(COMPLAINTS_MANAGER, COMPLAINTS_TEAM, APPEALS_PANEL),
)
NO_COMMISSIONER: Final = "no-commissioner"
NOT_PRIVATE: Final = "not-private"

# Where to go first, where instead, and where not.
Ways = tuple[Answer, Answer | None, tuple[Excluded, ...]]


def ways_from(desk: Desk) -> Ways:
    """The road of what was asked; raises Unanswerable where two answers of the question contradict each other."""
    _refuse_contradictions(desk)
    if desk.matter is not None and (own := _road_of_its_own(desk, desk.matter)) is not None:
        return own
    if desk.family is Family.DEPARTMENT:
        return _department(desk)
    if desk.family is Family.SOCIAL_CARE:
        return _social_care(desk)
    if desk.question.private:
        return _private(desk)
    return _commissioning(desk) if desk.family is Family.COMMISSIONING else _nhs(desk)


def _refuse_contradictions(desk: Desk) -> None:
    if desk.question.answered_by is AnsweredBy.COMMISSIONER and desk.buyer is Buyer.NONE:
        what = "Private care" if desk.question.private else desk.service.name if desk.service else "This"
        message = f"{what}: no NHS commissioner could have answered. Leave that out, or say that the provider has."
        raise Unanswerable(NO_COMMISSIONER, "answered-by", message)
    if desk.question.private and desk.family in (Family.DEPARTMENT, Family.COMMISSIONING):
        message = "This is a public body, so it cannot be private care: leave that out."
        raise Unanswerable(NOT_PRIVATE, "private", message)


def _road_of_its_own(desk: Desk, matter: Matter) -> Ways | None:
    match matter.road:
        case Road.ELSEWHERE:
            return desk.answer(Role.OTHER_ROAD, matter.body, matter, name=matter.to), None, ()
        case Road.APPEAL:
            return desk.answer(Role.APPEAL, local_commissioner(desk), matter, ask_for=APPEALS_PANEL), None, ()
        case Road.FEEDBACK:
            return replace(_provider(desk), reasons=(matter.words,), authority=matter.authority), None, ()
        case Road.CONCERN:
            return _concern(desk, matter)
        case Road.CHOICE if desk.family is Family.NHS and not desk.question.private:
            return _choice(desk, matter)
        case _:
            return None


# --- The NHS --------------------------------------------------------------------------------------------------------


def _nhs(desk: Desk) -> Ways:
    match desk.question.answered_by:
        case AnsweredBy.PROVIDER:
            return _ombudsman(desk), None, (_answered(desk, _commissioner(desk)),)
        case AnsweredBy.COMMISSIONER:
            return _ombudsman(desk), None, (_answered(desk, _provider(desk)),)
        case _:
            return _provider(desk), _commissioner(desk), (_too_early(desk),)


def _provider(desk: Desk, *reasons: str) -> Answer:
    service, known_by = desk.service, _known_by_a_list(desk)
    name = known_by.name if known_by else service.provider if service and not desk.provider else None
    ask_for = service.ask_for if service else COMPLAINTS_MANAGER
    why = reasons or ("provider",)
    answer = desk.answer(Role.PROVIDER, desk.provider, *why, name=name, ask_for=ask_for, known_by=known_by)
    return replace(answer, channels=answer.channels or _there(desk, known_by))


def _known_by_a_list(desk: Desk) -> Practice | None:
    """The very place that it is about, where it was named."""
    is_gp = desk.service is not None and desk.service.service == "gp"
    return desk.practice if is_gp else desk.at


def _there(desk: Desk, here: Practice | None) -> tuple[Channel, ...]:
    """How a place is reached: as the published list has it, and in a practice as its receptionist tells."""
    told = {Means.TELEPHONE: here.telephone, Means.POST: here.address} if here else {}
    ways = tuple(
        Channel(
            channel=f"{here.ods}-{means}",
            body=here.ods,
            means=means,
            value=value,
            source=here.source,
            checked_on=here.checked_on,
        )
        for means, value in told.items()
        if here and value
    )
    is_practice = desk.service is not None and desk.service.ask_for == "the practice manager"
    asked_there = desk.channels("local-practice", Purpose.COMPLAINTS) if is_practice else ()
    return () if desk.question.private else (*ways, *asked_there)


def _commissioner(desk: Desk, *reasons: str) -> Answer:
    body = "nhs-england" if desk.buyer is Buyer.NHS_ENGLAND else local_commissioner(desk)
    why = (*reasons, "commissioner", "either-or")
    return desk.answer(Role.COMMISSIONER, body, *why, name=_unnamed(body), ask_for=COMPLAINTS_TEAM)


def _unnamed(body: str | None) -> str | None:
    return None if body else LOCAL_COMMISSIONER


def _commissioning(desk: Desk) -> Ways:
    if desk.question.answered_by is not None:
        return _ombudsman(desk), None, ()
    body = local_commissioner(desk)
    name = _unnamed(body)
    first = desk.answer(Role.COMMISSIONER, body, "own-decision", name=name, ask_for=COMPLAINTS_MANAGER)
    return first, None, (_too_early(desk),)


def _concern(desk: Desk, matter: Matter) -> Ways:
    """A concern goes to whoever can settle it at once; where there is a PALS, that is who helps."""
    provider = _provider(desk, "concern")
    if desk.service is None or not desk.service.has_pals or desk.question.private:
        return provider, None, ()
    return _pals(desk, matter), provider, ()


def _pals(desk: Desk, matter: Matter) -> Answer:
    body = desk.serving(Covers.PALS, desk.area) or "hospital-pals"
    return desk.answer(Role.PALS, body, matter, "pals")


def _answered(desk: Desk, gone: Answer) -> Excluded:
    by = "answered-by-commissioner" if gone.role is Role.PROVIDER else "answered-by-provider"
    return desk.excluded(gone.role, gone.body, by, name=gone.name)


def _ombudsman(desk: Desk) -> Answer:
    return desk.answer(Role.OMBUDSMAN, "phso", "ombudsman")


def _too_early(desk: Desk) -> Excluded:
    return desk.excluded(Role.OMBUDSMAN, "phso", "too-early")


# --- A choice that was not offered ----------------------------------------------------------------------------------


def _choice(desk: Desk, matter: Matter) -> Ways:
    match desk.question.answered_by:
        case AnsweredBy.COMMISSIONER:
            return _oversight(desk), _ombudsman(desk), (_answered(desk, _provider(desk)),)
        case AnsweredBy.PROVIDER:
            return _ombudsman(desk), _oversight(desk), (_answered(desk, _commissioner(desk)),)
        case _:
            name = desk.practice.name if desk.practice else WHOEVER_REFERS
            referrer = desk.answer(Role.REFERRER, None, matter, name=name)
            return referrer, _commissioner(desk, "choice-duty"), (_too_early(desk),)


def _oversight(desk: Desk) -> Answer:
    """Who oversees that commissioners offer a choice: NHS Improvement until it was abolished, NHS England since."""
    body = next(iter(today_of(desk.directory, "nhs-improvement", desk.on)), "nhs-england")
    return desk.answer(Role.CHOICE_OVERSIGHT, body, "choice-oversight")


# --- Private care, social care, departments -------------------------------------------------------------------------


def _private(desk: Desk) -> Ways:
    gone = (
        desk.excluded(Role.OMBUDSMAN, "phso", "not-private-ombudsman"),
        desk.excluded(Role.COMMISSIONER, local_commissioner(desk), "not-private-commissioner"),
    )
    if desk.question.answered_by is not None:
        return desk.answer(Role.ADJUDICATOR, "iscas", "private-adjudicator"), None, gone
    return _provider(desk, "private-provider"), None, gone


def _social_care(desk: Desk) -> Ways:
    if desk.question.answered_by is not None:
        return desk.answer(Role.CARE_OMBUDSMAN, "lgsco", "social-care-ombudsman"), None, ()
    gone = (desk.excluded(Role.CARE_OMBUDSMAN, "lgsco", "too-early-social-care"),)
    if desk.question.private:
        return desk.answer(Role.PROVIDER, None, "private-social-care", name=CARE_PROVIDER), None, gone
    body, name = desk.council
    ask_for = desk.service.ask_for if desk.service else None
    return desk.answer(Role.COUNCIL, body, "council", name=name, ask_for=ask_for), None, gone


def _department(desk: Desk) -> Ways:
    direct = desk.excluded(Role.OMBUDSMAN, "phso", "only-through-a-member")
    if desk.question.answered_by is not None:
        member = desk.answer(Role.MEMBER_OF_PARLIAMENT, "member-of-parliament", "member-of-parliament")
        return member, None, (direct,)
    printed_as = desk.service.body if desk.service and desk.service.body else "government-department"
    body = next(iter(today_of(desk.directory, printed_as, desk.on)), printed_as)
    return desk.answer(Role.DEPARTMENT, body, "department"), None, (direct,)
