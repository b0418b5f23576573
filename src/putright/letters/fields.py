"""Which words stand for each fact in a letter's text?"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import get_args, get_type_hints

from putright.domain.response import ActionConfirmation, IssueAnswer, Ombudsman, ResponseContent
from putright.letters.every_letter import FACTS_OF, LetterFacts
from putright.letters.facts import Contact, Correspondence, FinalResponse, Handler, Improvement, MeetingTime, RemedyTold
from putright.letters.plain_text import cleaned
from putright.letters.wording import as_sentence, in_words, o_clock, with_weekday

Row = Mapping[str, str | bool]
Value = str | bool | tuple[str, ...] | tuple[Row, ...]
Fields = Mapping[str, Value]

COMMON = (
    "reference",
    "written_on",
    "recipient_name",
    "sender_name",
    "sender",
    "handler_name",
    "handler_post",
    "handler",
    "advocacy",
    "ombudsman",
    "calls_limited",
)

# What a text may say of the confirmation of regulation 14(2)(b), each true for one answer to it.
_CONFIRMATIONS = {
    ActionConfirmation.TAKEN: "action_taken",
    ActionConfirmation.PROPOSED: "action_proposed",
    ActionConfirmation.TAKEN_AND_PROPOSED: "action_taken_and_proposed",
    ActionConfirmation.NONE_NEEDED: "no_action_needed",
    ActionConfirmation.NOT_SATISFIED: "not_yet_satisfied",
}
_RESPONSE = (
    *("how_considered", "answers", "answer_to_wanted", "action_details", "health_ombudsman"),
    *_CONFIRMATIONS.values(),
)
_ASK_THE_COUNCIL = "Your council can tell you how to reach it."
_ANSWER = ("number", "issue", "conclusion", "should", "effect", "remedial_action", "remedial_action_needed")


def fields_of(facts: LetterFacts) -> Fields:
    """The words of every fact, by the name that stands in braces in the texts."""
    own = {
        field.name: _value(getattr(facts, field.name))
        for field in fields(facts)
        if field.name not in {"correspondence", "content"}
    }
    if isinstance(facts, FinalResponse):
        own |= _response_fields(facts)
    return {**_common_fields(facts.correspondence), **own}


def names_in(letter: str) -> Mapping[str, frozenset[str]]:
    """The names that a letter's text may use; for a list of rows, with the names in a row."""
    names = {name: frozenset[str]() for name in COMMON}
    for name, kind in get_type_hints(FACTS_OF[letter]).items():
        if kind is ResponseContent:
            names |= {part: frozenset() for part in _RESPONSE} | {"answers": frozenset(_ANSWER)}
        elif kind is not Correspondence:
            names[name] = _row_names(kind)
    return names


def contact_lines(contact: Contact) -> tuple[str, ...]:
    """A contact as lines: name, address, then the other ways to reach it."""
    return (*address_lines(contact), *channel_lines(contact))


def address_lines(contact: Contact) -> tuple[str, ...]:
    """The name and the postal address of a contact."""
    return _lines((contact.name, *contact.address))


def channel_lines(contact: Contact) -> tuple[str, ...]:
    """The ways to reach a contact other than by post, each with its label."""
    ways = {
        "Phone": contact.phone,
        "Textphone": contact.textphone,
        "Email": contact.email,
        "Website": contact.website,
    }
    return _lines((*(f"{way}: {where}" for way, where in ways.items() if where), contact.note or ""))


def _common_fields(correspondence: Correspondence) -> dict[str, Value]:
    return {
        "reference": cleaned(correspondence.reference),
        "written_on": in_words(correspondence.written_on),
        "recipient_name": cleaned(correspondence.recipient.name),
        "sender_name": cleaned(correspondence.sender.name),
        "sender": address_lines(correspondence.sender),
        "handler_name": cleaned(correspondence.handler.name),
        "handler_post": cleaned(correspondence.handler.post),
        "handler": _handler_lines(correspondence.handler, correspondence.sender),
        "advocacy": _advocacy_lines(correspondence.advocacy),
        "ombudsman": contact_lines(correspondence.ombudsman),
        "calls_limited": correspondence.calls_limited,
    }


def _advocacy_lines(advocacy: Contact) -> tuple[str, ...]:
    """Where advocacy is to be had, and who knows where we do not."""
    ways = (*advocacy.address, advocacy.phone, advocacy.textphone, advocacy.email, advocacy.website)
    return contact_lines(advocacy) if any(ways) else (*contact_lines(advocacy), _ASK_THE_COUNCIL)


def _handler_lines(handler: Handler, sender: Contact) -> tuple[str, ...]:
    """How to reach the handler, by the body's own channels where they have none of theirs."""
    reached = Contact(
        name=", ".join(part for part in (handler.name, handler.post) if part),
        phone=handler.phone or sender.phone,
        email=handler.email or sender.email,
    )
    return contact_lines(reached)


def _value(fact: object) -> Value:
    match fact:
        case bool():
            return fact
        case date():
            return in_words(fact)
        case Contact():
            return contact_lines(fact)
        case (first, *_) if is_dataclass(first):
            return tuple(_row(item) for item in fact)
        case tuple():
            return _lines(fact)
    return cleaned(str(fact or ""))


def _row(item: object) -> Row:
    if isinstance(item, MeetingTime):
        return {"when": f"{with_weekday(item.on)} at {o_clock(item.starts)}"}
    row = {field.name: _simple(getattr(item, field.name)) for field in fields(item)}  # type: ignore[arg-type]
    # Who sees to it, what it comes to, and when, follows in a sentence of its own.
    return row | {"what": as_sentence(str(row["what"]))} if isinstance(item, Improvement | RemedyTold) else row


def _simple(fact: object) -> str | bool:
    value = _value(fact)
    assert isinstance(value, str | bool), fact  # noqa: S101 (rows hold plain facts: says so to mypy)
    return value


def _row_names(kind: object) -> frozenset[str]:
    rows = [part for part in get_args(kind) if is_dataclass(part) and part is not Contact]
    if not rows:
        return frozenset()
    return frozenset({"when"} if rows == [MeetingTime] else {field.name for field in fields(rows[0])})


def _lines(lines: tuple[object, ...]) -> tuple[str, ...]:
    return tuple(line for line in (cleaned(str(line)) for line in lines) if line)


def _response_fields(facts: FinalResponse) -> dict[str, Value]:
    content = facts.content
    told = content.ombudsmen
    return {
        "how_considered": cleaned(content.how_considered),
        "answers": tuple(_answer(number, answer) for number, answer in enumerate(content.answers, start=1)),
        "answer_to_wanted": cleaned(content.answer_to_wanted),
        "action_details": cleaned(content.action_details),
        "health_ombudsman": Ombudsman.HEALTH_SERVICE in told,
        "local_ombudsman": _value(facts.local_ombudsman) if Ombudsman.LOCAL in told else "",
        **{name: content.action_confirmation is kind for kind, name in _CONFIRMATIONS.items()},
    }


def _answer(number: int, answer: IssueAnswer) -> Row:
    return {
        "number": str(number),
        "issue": cleaned(answer.issue),
        "conclusion": cleaned(answer.conclusion),
        "should": cleaned(answer.should),
        "effect": cleaned(answer.effect),
        "remedial_action": cleaned(answer.remedial_action),
        "remedial_action_needed": bool(answer.remedial_action_needed),
    }
