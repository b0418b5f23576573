"""Where does a procedure leave a person standing: dead ends, steps that never come, dates that cannot be kept?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from putright.domain.periods import in_words
from putright.domain.programme import Programme, Rule
from putright.domain.simulate_measuring import words_of
from putright.domain.simulate_way import LegKind, Pace, Seen, Walked
from putright.domain.vocabulary import CaseStatus


class SnagKind(StrEnum):
    """What can be wrong with the ways through a procedure."""

    DEAD_END = "dead-end"
    NO_ANSWER = "no-answer"
    NEVER_DUE = "never-due"
    BEFORE_ALLOWED = "before-allowed"
    BEFORE_NEEDED = "before-needed"
    LATE_WHEN_IT_BEGINS = "late-when-it-begins"
    STAGE_NEVER_BEGINS = "stage-never-begins"
    STAGE_WITHOUT_WAY_ON = "stage-without-way-on"
    WITHOUT_END = "without-end"
    NO_DATE = "no-date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snag:
    """One place where a procedure leaves a person standing: what is wrong, of which step, and where it says so."""

    kind: SnagKind
    message: str
    step: str | None = None
    cites: str = ""


def snags(programme: Programme, walked: Sequence[Walked], seen: Seen, answers: frozenset[str]) -> tuple[Snag, ...]:
    """Every snag, the gravest kind first and then in the order of the file."""
    in_order = sorted(programme.rules, key=lambda rule: programme.order.index(rule.name))
    found = [
        *_dead_ends(programme, walked, answers),
        *(snag for rule in in_order for snag in _of_rule(rule, walked, seen)),
        *_stages(programme, walked, seen, answers),
    ]
    kinds = list(SnagKind)
    return tuple(sorted(dict.fromkeys(found), key=lambda snag: kinds.index(snag.kind)))


def _dead_ends(programme: Programme, walked: Sequence[Walked], answers: frozenset[str]) -> Iterator[Snag]:
    """The shortest ways that end with nothing to come and no answer given."""
    told: list[frozenset[str]] = []
    ended = [one for one in walked if _is_left_standing(one) and answers and not _answered(one, answers)]
    for one in sorted(ended, key=_how_much_happens):
        chosen = _chosen(one)
        if one.stands is None or any(less <= chosen for less in told):
            continue
        told.append(chosen)
        where = _where(one, programme)
        if any(way.open for way in one.stands.ways_on):
            message = f"{where}, the answer to the complaint itself is never promised: what is left is to go elsewhere."
            yield Snag(kind=SnagKind.NO_ANSWER, message=message)
        else:
            message = f"{where}, nothing more is promised, no answer comes, and no way on is open. Say what follows."
            yield Snag(kind=SnagKind.DEAD_END, message=message)


def _is_left_standing(one: Walked) -> bool:
    """Whether nothing more can happen on a way that was not ended, and on which every promise was kept."""
    is_open = one.stands is not None and one.stands.status in (CaseStatus.OPEN, CaseStatus.RESPONDED)
    return one.is_stuck and is_open and not any(leg.kind is LegKind.MISSED for leg in one.way.legs)


def _answered(one: Walked, answers: frozenset[str]) -> bool:
    return any(event.event in answers for event in one.way.events)


def _how_much_happens(one: Walked) -> int:
    return len(_chosen(one))


def _chosen(one: Walked) -> frozenset[str]:
    chosen = {leg.event for leg in one.way.legs if leg.kind is LegKind.CHOSEN}
    return frozenset({*chosen, *((one.way.begun,) if one.way.begun else ())})


def _where(one: Walked, programme: Programme) -> str:
    words = [words_of(leg.event, [programme]) for leg in one.way.legs if leg.kind is LegKind.CHOSEN]
    said = [*([one.way.begun] if one.way.begun else []), *dict.fromkeys(words)]
    if not said:
        return "When everything promised is done"
    return "Where " + ", and ".join(word[:1].lower() + word[1:] for word in said)


def _of_rule(rule: Rule, walked: Sequence[Walked], seen: Seen) -> Iterator[Snag]:
    if rule.name not in seen.started:
        yield _snag(SnagKind.NEVER_DUE, rule, "on none of the ways walked does it come to be owed.")
    early = [
        duty for (step, due, least), duty in seen.duties.items() if step == rule.name and due and least and due < least
    ]
    for duty in early[:1]:
        due, least = in_words(duty.due_on) if duty.due_on else "", in_words(duty.not_before) if duty.not_before else ""
        yield _snag(SnagKind.BEFORE_ALLOWED, rule, f"it is due on {due}, and may not be done before {least}.")
    yield from _needs(rule, walked)
    if seen.late_at_once.get(rule.name):
        yield _snag(SnagKind.LATE_WHEN_IT_BEGINS, rule, "whenever it begins to be owed, its date has already passed.")
    if rule.repeat and rule.repeat.until is None and not rule.unless:
        yield _snag(SnagKind.WITHOUT_END, rule, "it comes round again, and nothing says until when.")
    without = (leg.duty for one in walked for leg in one.way.legs if leg.duty and not leg.has_limit)
    if any(duty.step == rule.name and not duty.provisional for duty in without):
        yield _snag(SnagKind.NO_DATE, rule, "no date: it could be for ever.")


def _needs(rule: Rule, walked: Iterable[Walked]) -> Iterator[Snag]:
    """A date that falls before what the step needs can have happened: at the soonest, or at its own last day."""
    if not rule.needs:
        return
    legs = [(one.pace, leg) for one in walked for leg in one.way.legs if leg.duty and leg.duty.step == rule.name]
    late = {
        pace: [leg.duty and leg.duty.due_on is not None and leg.on > leg.duty.due_on for p, leg in legs if p is pace]
        for pace in Pace
    }
    if late[Pace.SOONEST] and all(late[Pace.SOONEST]):
        yield _snag(SnagKind.BEFORE_NEEDED, rule, "it is due before what it needs can have happened.")
    elif any(late[Pace.LATEST]):
        yield _snag(SnagKind.BEFORE_NEEDED, rule, "it may be due before what it needs has to have happened.")


def _snag(kind: SnagKind, rule: Rule, words: str) -> Snag:
    return Snag(
        kind=kind, message=f"“{rule.step.promise.strip().rstrip('.')}”: {words}", step=rule.name, cites=rule.cites
    )


def _stages(programme: Programme, walked: Sequence[Walked], seen: Seen, answers: frozenset[str]) -> Iterator[Snag]:
    for stage in programme.procedure.stages:
        if stage.name not in seen.stages:
            message = f"The stage “{stage.name}” never begins on any of the ways walked."
            yield Snag(kind=SnagKind.STAGE_NEVER_BEGINS, message=message)
    names: list[str | None] = [stage.name for stage in programme.procedure.stages] or [None]
    for number, name in enumerate(names):
        ended = [one for one in walked if _is_left_standing(one) and one.stands and one.stands.stage == name]
        answered = [one for one in ended if _answered(one, answers)]
        leads_on = bool(seen.stages & {*names[number + 1 :]})
        if (
            answered
            and not leads_on
            and not any(way.open for one in answered if one.stands for way in one.stands.ways_on)
        ):
            what = f"At the end of the stage “{name}”" if name else "At the end"
            message = f"{what} no way on is open. Say where a person can go."
            yield Snag(kind=SnagKind.STAGE_WITHOUT_WAY_ON, message=message)
