"""Is what was decided looked at again by somebody else, and by nobody of lower rank?"""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from putright.domain.findings import Finding, of_step
from putright.domain.programme import Programme, Rule

# What says that somebody has decided.
DECIDES: Final = frozenset(
    {"response_sent", "response_signed", "outcome_decided", "review_completed", "review_response_sent"}
)
COMPLAINANT: Final = "complainant"


def who_decides_again(programme: Programme) -> Iterator[Finding]:
    """A later stage that is decided by who decided before, by their stand-in, or by somebody of lower rank."""
    said: set[tuple[str, str]] = set()  # of each step, what was said of it: a stage before it may have several
    deciding = sorted((rule for rule in programme.rules if _decides(rule)), key=_stage)
    for before, after in combinations(deciding, 2):
        if _stage(before) < _stage(after):
            for found in (*_by_the_same(before, after, programme), *_by_lower_rank(before, after, programme)):
                if (found.code, after.name) not in said:
                    said.add((found.code, after.name))
                    yield found


def _decides(rule: Rule) -> bool:
    return rule.stage is not None and rule.who not in (None, COMPLAINANT) and not DECIDES.isdisjoint(rule.met_by)


def _stage(rule: Rule) -> int:
    return rule.stage or 0


def _by_the_same(before: Rule, after: Rule, programme: Programme) -> Iterator[Finding]:
    procedure, first, second = programme.procedure, before.who or "", after.who or ""
    person = procedure.person(second)
    if first == second:
        how = "the same person decides it as decided before"
    elif person is not None and first in person.stand_in:
        how = "somebody may stand in for it who decided before"
    else:
        return
    yield of_step(
        "decided-by-the-same",
        after,
        "who",
        f"{how}: {procedure.called(first)}, in stage {before.stage}.",
        cure="Name somebody who had no part in it.",
    )


def _by_lower_rank(before: Rule, after: Rule, programme: Programme) -> Iterator[Finding]:
    first, second = programme.procedure.person(before.who), programme.procedure.person(after.who)
    if first is None or second is None or first.rank is None or second.rank is None or second.rank >= first.rank:
        return
    yield of_step(
        "decided-by-lower-rank",
        after,
        "who",
        f"{second.words} (rank {second.rank}) decides again what {first.words} (rank {first.rank}) decided in stage "
        f"{before.stage}.",
        cure="Name somebody of the same rank or a higher one.",
    )
