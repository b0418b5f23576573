"""What must a final response to a complaint contain, and who may sign it?"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_REGULATIONS = "SI 2009/309"


class Ombudsman(StrEnum):
    """The two Commissioners to whom a complaint may go next, by the law's names for them."""

    HEALTH_SERVICE = "health-service-commissioner"
    LOCAL = "local-commissioner"


class ActionConfirmation(StrEnum):
    """What the body confirms about the action that the complaint calls for: regulation 14(2)(b)."""

    TAKEN = "taken"
    PROPOSED = "proposed"
    TAKEN_AND_PROPOSED = "taken-and-proposed"
    NONE_NEEDED = "none-needed"
    NOT_SATISFIED = "not-satisfied"


class SigningRole(StrEnum):
    """By what right a person signs a final response: regulations 4(1)(a), 4(2) and 14(2)."""

    RESPONSIBLE_PERSON = "responsible-person"
    DELEGATE = "delegate"
    NONE = "none"


class ResponsePart(StrEnum):
    """The parts that a final response cannot be sent without, each by the code of its refusal."""

    HOW_CONSIDERED = "how-considered"
    CONCLUSIONS = "conclusions"
    REMEDIAL_ACTION = "remedial-action"
    ACTION_CONFIRMATION = "action-confirmation"
    LOCAL_OMBUDSMAN = "local-ombudsman"
    HEALTH_OMBUDSMAN = "health-ombudsman"
    SIGNATURE = "signature"
    SIGNING_AUTHORITY = "signing-authority"


class Place(StrEnum):
    """Where in the response something is written, or should be."""

    HOW_CONSIDERED = "how-considered"
    WANTED = "wanted"
    ISSUE = "issue"
    FAILING = "failing"
    APOLOGY = "apology"
    STAFF = "staff"
    SUGGESTIONS = "suggestions"
    ACTION = "action"
    CHANGES = "changes"
    OMBUDSMAN = "ombudsman"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """A person who signs, and from when until when (both days included) they hold the right to."""

    name: str
    post: str
    role: SigningRole
    since: date
    until: date | None = None
    authorised_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who signed, and on which day; a typed name is a signature: regulation 15."""

    signatory: Signatory
    signed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueAnswer:
    """What is concluded on one issue of the complaint, and whether something must be put right for it.

    `went_wrong` is so where the issue came out upheld in some part, `fell_short` where that was found by looking into
    it; then `should` says what should have happened, and `effect` what it meant that it did not.
    """

    issue: str
    conclusion: str
    number: int | None = None
    remedial_action_needed: bool | None = None
    remedial_action: str = ""
    went_wrong: bool = False
    fell_short: bool = False
    should: str = ""
    effect: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseContent:
    """What a final response says, in the parts that regulation 14(2) names, and its signature."""

    how_considered: str
    answers: tuple[IssueAnswer, ...]
    action_confirmation: ActionConfirmation | None
    action_details: str
    ombudsmen: frozenset[Ombudsman]
    signature: Signature | None
    outcome_wanted: str = ""
    answer_to_wanted: str = ""
    apology: str = ""
    changes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPart:
    """One part that a final response lacks: its code, what to do, the rule that asks for it, and where it goes."""

    code: ResponsePart
    message: str
    authority: str
    place: Place
    issue: int | None = None


def missing_parts(
    content: ResponseContent, *, local_authority_functions: bool, nhs_functions: bool
) -> tuple[MissingPart, ...]:
    """Every part of regulation 14(2) that the response lacks, in its order; empty if it may be sent."""
    return (
        *_missing_explanation(content),
        *_missing_conclusions(content.answers),
        *_missing_confirmation(content),
        *_missing_ombudsmen(
            content.ombudsmen,
            local_authority_functions=local_authority_functions,
            nhs_functions=nhs_functions,
        ),
        *missing_signature(content.signature),
    )


def missing_signature(signature: Signature | None) -> tuple[MissingPart, ...]:
    """What the signature lacks: regulations 14(2) and 4."""
    if signature is None or is_blank(signature.signatory.name):
        return (
            _missing(
                ResponsePart.SIGNATURE,
                "The response has not been signed. Ask the responsible person to sign it, or a person who is "
                "authorised to sign for them.",
                "reg 14(2)",
            ),
        )
    return authority_to_sign(signature.signatory, on=signature.signed_on)


def authority_to_sign(signatory: Signatory, *, on: date) -> tuple[MissingPart, ...]:
    """Why this person may not sign on this day; empty if they may: regulations 4(1)(a), 4(2) and 14(2)."""
    reason = _lack_of_authority(signatory, on)
    if reason is None:
        return ()
    return (_missing(ResponsePart.SIGNING_AUTHORITY, reason, "reg 14(2) with reg 4"),)


def _lack_of_authority(signatory: Signatory, on: date) -> str | None:
    if signatory.role is SigningRole.NONE:
        return (
            f"{signatory.name} is neither the responsible person nor authorised to sign for them. "
            "Ask someone who is, or record who authorised them."
        )
    if signatory.role is SigningRole.DELEGATE and is_blank(signatory.authorised_by):
        return (
            f"It is not recorded who authorised {signatory.name} to sign for the responsible person. Record it first."
        )
    return _outside_its_time(signatory, on)


def _outside_its_time(signatory: Signatory, on: date) -> str | None:
    held_as = (
        "the responsible person"
        if signatory.role is SigningRole.RESPONSIBLE_PERSON
        else "authorised to sign for the responsible person"
    )
    if on < signatory.since:
        return f"{signatory.name} was not yet {held_as} on {_in_words(on)}: that began on {_in_words(signatory.since)}."
    if signatory.until is not None and on > signatory.until:
        return (
            f"{signatory.name} was no longer {held_as} on {_in_words(on)}: that ended on {_in_words(signatory.until)}."
        )
    return None


def _missing_explanation(content: ResponseContent) -> Iterator[MissingPart]:
    if is_blank(content.how_considered):
        yield _missing(
            ResponsePart.HOW_CONSIDERED,
            "Explain how the complaint was considered: who was asked, what was looked at.",
            "reg 14(2)(a)(i)",
        )


def _missing_conclusions(answers: tuple[IssueAnswer, ...]) -> Iterator[MissingPart]:
    if not answers:
        yield _missing(
            ResponsePart.CONCLUSIONS,
            "Say what was concluded: the response answers no issue of the complaint.",
            "reg 14(2)(a)(ii)",
        )
    for place, answer in enumerate(answers, start=1):
        number = answer.number or place
        if is_blank(answer.conclusion):
            yield _missing(
                ResponsePart.CONCLUSIONS,
                f"Say what was concluded on issue {number}: {answer.issue}",
                "reg 14(2)(a)(ii)",
                issue=number,
            )
        if not _says_what_to_put_right(answer):
            yield _missing(
                ResponsePart.REMEDIAL_ACTION,
                f"Say whether anything needs to be put right, and what, for issue {number}: {answer.issue}",
                "reg 14(2)(a)(ii)",
                issue=number,
            )


def _says_what_to_put_right(answer: IssueAnswer) -> bool:
    if answer.remedial_action_needed is None:
        return False
    return not answer.remedial_action_needed or not is_blank(answer.remedial_action)


def _missing_confirmation(content: ResponseContent) -> Iterator[MissingPart]:
    if content.action_confirmation is None:
        yield _missing(
            ResponsePart.ACTION_CONFIRMATION,
            "Confirm whether you are satisfied that any action needed has been taken or will be taken.",
            "reg 14(2)(b)",
        )
    elif content.action_confirmation is ActionConfirmation.NONE_NEEDED and any(
        answer.remedial_action_needed for answer in content.answers
    ):
        yield _missing(
            ResponsePart.ACTION_CONFIRMATION,
            "The response says that no action is needed, and yet names something to put right. Say which.",
            "reg 14(2)(b)",
        )


def _missing_ombudsmen(
    named: frozenset[Ombudsman], *, local_authority_functions: bool, nhs_functions: bool
) -> Iterator[MissingPart]:
    if local_authority_functions and Ombudsman.LOCAL not in named:
        yield _missing(
            ResponsePart.LOCAL_OMBUDSMAN,
            "Tell the person of their right to go to the Local Government and Social Care Ombudsman: "
            "part of the complaint is about what a council does.",
            "reg 14(2)(c)",
        )
    only_local_authority = local_authority_functions and not nhs_functions
    if not only_local_authority and Ombudsman.HEALTH_SERVICE not in named:
        yield _missing(
            ResponsePart.HEALTH_OMBUDSMAN,
            "Tell the person of their right to go to the Parliamentary and Health Service Ombudsman.",
            "reg 14(2)(d)",
        )


_PLACES = {
    ResponsePart.HOW_CONSIDERED: Place.HOW_CONSIDERED,
    ResponsePart.CONCLUSIONS: Place.ISSUE,
    ResponsePart.REMEDIAL_ACTION: Place.ISSUE,
    ResponsePart.ACTION_CONFIRMATION: Place.ACTION,
    ResponsePart.LOCAL_OMBUDSMAN: Place.OMBUDSMAN,
    ResponsePart.HEALTH_OMBUDSMAN: Place.OMBUDSMAN,
    ResponsePart.SIGNATURE: Place.SIGNATURE,
    ResponsePart.SIGNING_AUTHORITY: Place.SIGNATURE,
}


def _missing(code: ResponsePart, message: str, regulation: str, *, issue: int | None = None) -> MissingPart:
    authority = f"{_REGULATIONS} {regulation}"
    return MissingPart(code=code, message=message, authority=authority, place=_PLACES[code], issue=issue)


def is_blank(text: str) -> bool:
    """Whether a text says nothing to a reader."""
    # Spaces, control characters and invisible joiners say nothing to a reader.
    return not any(unicodedata.category(character)[0] in "LNPS" for character in text)


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
