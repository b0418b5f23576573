"""Where should this complaint go? First, or instead, and where not and why; who helps; by when to the Ombudsman."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from typing import Final

from putright.domain.directory import Directory
from putright.domain.directory_rows import Buyer, Covers, Family, Practice, Purpose, Road
from putright.domain.guide import AnsweredBy, Guide, Role
from putright.domain.signpost_answer import Answer, Fact, Note, OmbudsmanBy, Question, Signpost
from putright.domain.signpost_desk import Desk, desk_for
from putright.domain.signpost_roads import ways_from

REGISTER: Final = "The register of bodies"
UNKNOWN_AREA: Final = "The register does not know the area “%(area)s”, so nobody there could be named."
MEANT_AREA: Final = f"{UNKNOWN_AREA} Did you mean %(near)s?"
SEVERAL_BOARDS: Final = (
    "There is more than one commissioner here: %(boards)s. Your GP practice can tell you which is yours."
)
BOARD_AT_HOME: Final = "If your GP practice is there too (%(area)s), the commissioner is %(boards)s."
TAKEN_OVER: Final = "%(closed)s has closed. %(practice)s stands in its place."
CLOSED: Final = (
    "%(practice)s was open until %(day)s. Its commissioner takes the complaint, and knows who has its records."
)
# The sentences in which a fact is put, and the authority of them all.
NOTES: Final = (UNKNOWN_AREA, MEANT_AREA, SEVERAL_BOARDS, BOARD_AT_HOME, TAKEN_OVER, CLOSED, REGISTER)


def signpost(question: Question, directory: Directory, guides: Sequence[Guide], on: date) -> Signpost:
    """Answers where to go on a day, with every reason and source; raises Unanswerable for words that are not known.

    The same matter goes to the provider or to its commissioner, never to both (SI 2009/309 reg 8(1)(e)); once one of
    them has answered, it goes to the Ombudsman.
    """
    desk = desk_for(question, directory, guides, on)
    first, alternative, excluded = ways_from(desk)
    offered = {first.role, alternative.role if alternative else None}
    return Signpost(
        on=on,
        first=first,
        alternative=alternative,
        excluded=excluded,
        support=tuple(answer for answer in _support(desk) if answer.role not in offered),
        urgent=_urgent(desk),
        ombudsman_by=_ombudsman_by(desk),
        notes=tuple(_notes(desk)),
    )


def _support(desk: Desk) -> Iterator[Answer]:
    is_health = desk.family is not Family.DEPARTMENT and not desk.question.private
    if is_health:
        yield _advocacy(desk)
    if is_health and desk.service and desk.service.has_pals:
        body = desk.serving(Covers.PALS, desk.area) or "hospital-pals"
        yield desk.answer(Role.PALS, body, "pals")
    if desk.family is not Family.DEPARTMENT:
        body = desk.serving(Covers.HEALTHWATCH, desk.home) or "local-healthwatch"
        yield desk.answer(Role.HEALTHWATCH, body, "healthwatch")
    yield desk.answer(Role.ADVICE, "citizens-advice", "advice")


def _advocacy(desk: Desk) -> Answer:
    body = desk.serving(Covers.ADVOCACY, desk.home)
    if body is not None:
        return desk.answer(Role.ADVOCACY, body, "advocacy")
    _, council = desk.council
    answer = desk.answer(Role.ADVOCACY, "nhs-complaints-advocacy", "advocacy", "advocacy-find", ask_for=council)
    return replace(answer, channels=desk.channels("local-council", Purpose.FIND))


def _urgent(desk: Desk) -> Answer | None:
    matter = desk.matter
    if matter is None or matter.road is not Road.URGENT:
        return None
    body, name = desk.council if matter.body == "local-council" else (matter.body, None)
    answer = desk.answer(Role.EMERGENCY, body, matter, name=name)
    return replace(answer, channels=answer.channels or desk.channels("emergency-services", Purpose.ENQUIRIES))


def _ombudsman_by(desk: Desk) -> OmbudsmanBy | None:
    """The Ombudsman that the complaint can end with, and the last day to be there; none for what has no Ombudsman."""
    social, department = desk.family is Family.SOCIAL_CARE, desk.family is Family.DEPARTMENT
    if desk.road in (Road.ELSEWHERE, Road.FEEDBACK) or (desk.question.private and not social):
        return None
    known = desk.question.known_since
    limit = "year-social-care" if social else "year-department" if department else "year"
    role, body = (Role.CARE_OMBUDSMAN, "lgsco") if social else (Role.OMBUDSMAN, "phso")
    answer = desk.answer(role, body, limit, *(() if known else ("year-assumed",)))
    return OmbudsmanBy(
        body=body,
        name=answer.name,
        by=_a_year_after(known or desk.on),
        counted_from=known or desk.on,
        assumed=known is None,
        reasons=answer.reasons,
        authority=desk.why(limit).authority,
        sources=answer.sources,
        through="member-of-parliament" if department else None,
        channels=answer.channels,
        printed=answer.printed,
    )


def _a_year_after(day: date) -> date:
    """The same date a year on, as a limit in law is counted: 28 February for 29 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def _notes(desk: Desk) -> Iterator[Note]:
    if desk.question.for_other:
        yield desk.note("consent", Role.CONSENT)
    if desk.road is Road.CHOICE and desk.question.answered_by is AnsweredBy.PROVIDER:
        yield desk.note("choice-still-open")
    if desk.road is Road.URGENT:
        yield desk.note("urgent-first")
    if desk.practice:
        yield from _closed(desk.practice, desk.on)
    if desk.buyer is Buyer.LOCAL:
        yield from _which_board(desk)
    for area in desk.unknown_areas:
        near = tuple(get_close_matches(area, desk.directory.areas, n=3))
        yield _from_register(MEANT_AREA if near else UNKNOWN_AREA, area=area, near=near)


def _which_board(desk: Desk) -> Iterator[Note]:
    """Which boards it can be, where it is not known which."""
    named = tuple(desk.named(board) for board in desk.boards or desk.boards_at_home)
    if len(desk.boards) > 1:
        yield _from_register(SEVERAL_BOARDS, boards=named)
    elif named and not desk.boards and desk.home:
        yield _from_register(BOARD_AT_HOME, area=desk.directory.areas[desk.home].name, boards=named)


def _closed(practice: Practice, on: date) -> Iterator[Note]:
    """What to know of a practice that took another's place, or that is closed and of which nobody did."""
    if practice.stands_for:
        yield _from_register(TAKEN_OVER, closed=practice.stands_for, practice=practice.name)
    elif practice.valid_until is not None and on > practice.valid_until:
        yield _from_register(CLOSED, practice=practice.name, day=practice.valid_until)


def _from_register(sentence: str, **facts: Fact) -> Note:
    return Note(sentence=sentence, facts=facts, authority=REGISTER)
