"""Does a document name the people, the helpers and the ways that the law asks a complaints procedure to name?"""

from collections.abc import Iterator, Mapping
from typing import Final

from putright.domain.check_law import cited
from putright.domain.findings import Finding, finding
from putright.domain.procedure import Ask
from putright.domain.programme import Programme

_ASKS: Final[Mapping[Ask, tuple[str, str, str, str]]] = {
    Ask.RESPONSIBLE_PERSON: (
        "no-responsible-person",
        "people",
        "It does not name the responsible person, who answers for it and signs the responses.",
        "Name the post.",
    ),
    Ask.COMPLAINTS_MANAGER: (
        "no-complaints-manager",
        "people",
        "It does not name a complaints manager, who manages the procedure.",
        "Name the post.",
    ),
    Ask.ADVOCACY: (
        "no-advocacy",
        "mentions",
        "It does not say where a person gets help with a complaint: the independent advocacy service of the council "
        "where they live.",
        "Name it, or say how it is found.",
    ),
    Ask.COMMISSIONER: (
        "no-commissioner",
        "mentions",
        "It does not say that a person can complain to the commissioner instead.",
        "Name it, with a way to reach it.",
    ),
    Ask.REPRESENTATIVES: (
        "no-representatives",
        "representation",
        "It does not say who may complain for somebody else, nor whose consent is asked.",
        "Say both.",
    ),
}
# For whom regulation 5(2) lets another person complain, beside whoever asked them to; in brackets what files call it.
_FOR_WHOM: Final[Mapping[str, frozenset[str]]] = {
    "somebody who has died": frozenset({"deceased", "died"}),
    "somebody who lacks capacity": frozenset({"lacks-capacity"}),
    "somebody who is physically unable": frozenset({"physical-incapacity"}),
}


def not_named(programme: Programme, law: Programme, *, is_commissioner: bool) -> Iterator[Finding]:
    """Whoever the law asks a whole document to name and this one does not; a commissioner need not name another."""
    procedure = programme.procedure
    roles = {mention.role for mention in procedure.mentions}
    said = {
        Ask.RESPONSIBLE_PERSON: Ask.RESPONSIBLE_PERSON in procedure.people,
        Ask.COMPLAINTS_MANAGER: Ask.COMPLAINTS_MANAGER in procedure.people,
        Ask.ADVOCACY: Ask.ADVOCACY in roles,
        Ask.COMMISSIONER: Ask.COMMISSIONER in roles or is_commissioner,
        Ask.REPRESENTATIVES: procedure.representation is not None,
    }
    for ask, clause in law.procedure.asks.items():
        if not said.get(ask, True):
            code, where, says, cure = _ASKS[ask]
            yield finding(code, (where,), says, cure=cure, authority=cited(law, clause))
        elif ask is Ask.REPRESENTATIVES:
            yield from _left_out(programme, cited(law, clause))


def _left_out(programme: Programme, authority: str) -> Iterator[Finding]:
    rules = programme.procedure.representation
    said = set(rules.unless) if rules else set()
    missing = [words for words, codes in _FOR_WHOM.items() if not codes & said]
    if rules is not None and rules.from_age is None and "child" not in said:
        missing.append("a child")
    if missing:
        yield finding(
            "representatives-left-out",
            ("representation", "unless"),
            f"It says nothing of a complaint made for {', or for '.join(missing)}. The law lets another complain "
            "for them, though they cannot sign a consent.",
            cure="Say what is needed instead.",
            authority=authority,
        )
