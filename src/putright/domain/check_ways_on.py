"""Does the document say rightly where a complaint can go next?"""

from collections.abc import Iterator
from typing import Final

from putright.domain.check_law import cited
from putright.domain.check_probe import words_of
from putright.domain.expressions import AllOf, AnyOf, Condition, FactIs, Happened, HappenedWithin, leaves_of
from putright.domain.findings import Finding, finding
from putright.domain.plain import condition_in_words, due_in_words
from putright.domain.plain import words_of as words_for
from putright.domain.programme import Programme

# These inform, advise and support; none of them decides a complaint.
DECIDE_NOTHING: Final = {
    "healthwatch": "Healthwatch",
    "advocacy": "An advocacy service",
    "pals": "PALS",
    "advice": "An advice service",
    "information": "An information service",
}


def ways_on(programme: Programme, law: Programme) -> Iterator[Finding]:
    """What is wrong with the ways on that the law gives: left out, no time limit told, on a condition, too late."""
    roles = {mention.role for mention in programme.procedure.mentions}
    for way, (laws, within) in zip(law.procedure.goes_next, law.ways_on, strict=True):
        authority = cited(law, way.clause)
        ours = [place for place, one in enumerate(programme.procedure.goes_next) if one.to == way.to]
        if not ours and way.to not in roles:
            yield finding(
                "no-ombudsman",
                ("goes_next",),
                "It does not say where a person can go who is not satisfied with the response.",
                cure=f"Say: {way.words or way.to}",
                authority=authority,
            )
        for place in ours:
            if within is not None and programme.procedure.goes_next[place].within is None:
                yield finding(
                    "ombudsman-limit-unsaid",
                    ("goes_next", place, "within"),
                    f"It does not say by when a person must go there: within {due_in_words(within)}. A slow answer "
                    "uses that time up.",
                    cure="Say so.",
                    authority=authority,
                )
            yield from _opens_otherwise(programme, place, laws, authority)


def _opens_otherwise(programme: Programme, place: int, laws: Condition | None, authority: str) -> Iterator[Finding]:
    opens, where = programme.ways_on[place][0], ("goes_next", place, "opens")
    if opens is None:
        return
    if _is_conditional(opens, programme):
        yield finding(
            "ombudsman-on-condition",
            where,
            f"The way to the Ombudsman is open only where {condition_in_words(opens, words_for(programme))}. "
            "The law makes no such condition.",
            cure="Take it out.",
            authority=authority,
        )
    elif laws is not None and not _events(opens) & _events(laws) and _only_after_review(opens, programme):
        words = " or ".join(words_of(programme, event) for event in sorted(_events(opens)))
        yield finding(
            "ombudsman-after-review",
            where,
            f"The Ombudsman is named only once {words}. By law the first response already tells of that right.",
            cure="Name it there too: a second look by the body is an offer, not a condition.",
            authority=authority,
        )


def _is_conditional(opens: Condition, programme: Programme) -> bool:
    """Whether a way on needs more than that something of the ordinary course has happened."""
    match opens:
        case FactIs():
            return True
        case Happened(event) | HappenedWithin(event=event):
            return event in programme.procedure.events
        case AllOf(parts):
            return any(_is_conditional(part, programme) for part in parts)
        case AnyOf(parts):
            return all(_is_conditional(part, programme) for part in parts)
        case _:
            return False


def _only_after_review(opens: Condition, programme: Programme) -> bool:
    later = {event for rule in programme.rules if (rule.stage or 1) > 1 for event in rule.met_by}
    return bool(_events(opens)) and _events(opens) <= later


def _events(condition: Condition) -> frozenset[str]:
    leaves = leaves_of(condition)
    return frozenset(leaf.event for leaf in leaves if isinstance(leaf, Happened | FactIs | HappenedWithin))


def sent_to_who_decides_nothing(programme: Programme) -> Iterator[Finding]:
    """Each way on that leads to a body which does not decide complaints."""
    for place, way in enumerate(programme.procedure.goes_next):
        if way.to in DECIDE_NOTHING:
            yield finding(
                "does-not-decide",
                ("goes_next", place, "to"),
                f"{DECIDE_NOTHING[way.to]} is named as a place to take the complaint next. It informs and supports, "
                "and decides no complaint: name it as help, and the Ombudsman as the next step.",
            )
