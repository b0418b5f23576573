"""What is known of who is to deal with a case, and which actions on that are out of place?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Protocol

from putright.casework.other_bodies import KIND, BodyTold, body_named
from putright.casework.told_rows import ToldEvent, ToldPaper
from putright.domain.allocation import appeal_of
from putright.domain.chronology import Event, in_force
from putright.domain.consent_shared import NOBODY_TO_TELL, ConsentChange, holders_of, to_stop
from putright.domain.directory_rows import BodyKind
from putright.domain.duty import Refused
from putright.domain.issue_withdrawal import withdrawn_issues
from putright.domain.issues import Outcome
from putright.domain.joint import REG_9, Joint, JointPart, contributions_of, joint_of, why_not_as
from putright.domain.likeness import links_of
from putright.domain.raised_before import MEANING, PAPERS, RAISED_WORDS, Meaning, RaisedBefore
from putright.domain.refusing import Unaccepted, grounds_against, why_not_refuse
from putright.domain.right_body import Sharing, provider_named, sharing_with, why_not_commissioning
from putright.domain.splitting import FROM, OFF, SPLIT
from putright.domain.standing import Basis
from putright.records.models import Case

_FURTHER: Final = "further-answer"  # the papers that keep an answer without a place of its own
_OF_COMMISSIONERS: Final = ("name_provider", "keep_complaint", "pass_on_complaint")
_ON_SHARING: Final = ("sharing_asked", "sharing_agreed", "sharing_refused", "provider_named")


class IssueSeen(Protocol):
    """An issue as a page knows it."""

    @property
    def number(self) -> int:
        """Its number on the case."""

    @property
    def exclusion(self) -> str:
        """The ground on which it was left out, if it was."""

    @property
    def outcome(self) -> Outcome | None:
        """How it came out, if that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyShown:
    """Another organisation that the file speaks of, and what the person said of its being told."""

    code: str
    name: str
    sharing: Sharing


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionShown:
    """A request for a contribution: of whom, since when, until when, and whether it has been answered."""

    entry: int
    body_name: str
    asked_on: date
    reply_by: date | None
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class JointShown:
    """With whom a complaint is handled, who leads, and what was asked."""

    joint: Joint
    lead_name: str
    others: tuple[tuple[str, str], ...]
    contributions: tuple[ContributionShown, ...]

    @property
    def open_contributions(self) -> tuple[ContributionShown, ...]:
        """What was asked and has not been answered."""
        return tuple(each for each in self.contributions if each.is_open)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToStopShown:
    """An organisation that is still to be told what the patient's answer changed."""

    code: str
    name: str
    change: ConsentChange


@dataclass(frozen=True, slots=True, kw_only=True)
class RaisedShown:
    """The same was complained of before: what became of it, the person's own words on it, and what it means."""

    became: RaisedBefore
    said: tuple[tuple[str, str], ...]
    meaning: Meaning

    @property
    def words(self) -> str:
        """What became of it, as the person answered."""
        return RAISED_WORDS[self.became]


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Who is to deal with it: whether this body pays providers, which one it is about, and who else was spoken of.

    `against` are the grounds on which a representative may not be accepted, `no_refusal` why none may be; `left_out`,
    `withdrawn` and `can_be_left_out` are the numbers of issues.
    """

    is_commissioner: bool = False
    provider: BodyShown | None = None
    others: tuple[BodyShown, ...] = ()
    against: tuple[Unaccepted, ...] = ()
    no_refusal: Refused | None = None
    left_out: tuple[int, ...] = ()
    withdrawn: tuple[int, ...] = ()
    can_be_left_out: tuple[int, ...] = ()
    dealt_with: tuple[int, ...] = ()
    joint: JointShown | None = None
    to_stop: tuple[ToStopShown, ...] = ()  # organisations still to be told that the patient's consent changed
    joint_asked: str = ""  # with whom the person asked that it is looked into, while that is not so
    raised_before: RaisedShown | None = None
    appeal_to: BodyTold | None = None  # the organisation that decides the appeal which the case is
    linked: Mapping[str, str] = field(default_factory=dict)


def bodies_called(rows: Iterable[ToldEvent], documents: Iterable[ToldPaper]) -> Mapping[int, str]:
    """By the number of an entry, what the organisation is called whose name and address it put into the file."""
    named = {row.number: (row.text or "").partition("\n")[0] for row in documents if row.kind == KIND}
    return {row.number: named[paper] for row in rows for paper, _ in row.papers if paper in named}


def intake_of(
    case: Case,
    events: Sequence[Event],
    issues: Sequence[IssueSeen],
    called: Mapping[int, str],
    documents: Sequence[ToldPaper],
) -> Intake:
    """What the file of a case says on who is to deal with it; `called` are organisations by their entries."""
    spoken_of = [event for event in in_force(events) if event.event in _ON_SHARING]
    others = {str(event.facts["body"]): event for event in spoken_of if "body" in event.facts}
    named = provider_named(events)
    named_here = [event for event in spoken_of if int(event.id or 0) in called]
    names = {str(event.facts["body"]): called[int(event.id or 0)] for event in named_here}
    withdrawn = withdrawn_issues(events)
    shown = {code: _body(code, event, events, names.get(code, "")) for code, event in others.items()}
    return Intake(
        is_commissioner=case.body.kind == BodyKind.COMMISSIONER,
        provider=shown[str(named.facts["body"])] if named else None,
        others=tuple(shown.values()),
        against=grounds_against(Basis(case.basis)),
        no_refusal=why_not_refuse(Basis(case.basis), events),
        left_out=tuple(issue.number for issue in issues if issue.exclusion and issue.number not in withdrawn),
        withdrawn=tuple(issue.number for issue in issues if issue.number in withdrawn),
        can_be_left_out=tuple(issue.number for issue in issues if not (issue.exclusion or issue.outcome)),
        dealt_with=tuple(issue.number for issue in issues if not issue.exclusion),
        joint=_joint(case, events, called),
        to_stop=_to_stop(events, called),
        joint_asked=_joint_asked(events, called),
        raised_before=_raised_before(events, documents),
        appeal_to=_appeal_to(events, called, documents),
        linked=links_of(events),
    )


def _to_stop(events: Sequence[Event], called: Mapping[int, str]) -> tuple[ToStopShown, ...]:
    entries = dict(holders_of(events))
    return tuple(
        ToStopShown(code=one.body, name=called.get(entries.get(one.body, 0)) or one.body, change=one.change)
        for one in to_stop(events)
    )


def _joint_asked(events: Sequence[Event], called: Mapping[int, str]) -> str:
    """With whom the person asked that it is looked into; nothing once it is, or where they did not ask."""
    asked = next((event for event in reversed(in_force(events)) if event.event == "joint_asked"), None)
    if asked is None or joint_of(events).is_joint:
        return ""
    return called.get(int(asked.id or 0)) or body_named(str(asked.facts["body"]), asked.on)


def _appeal_to(events: Sequence[Event], called: Mapping[int, str], documents: Sequence[ToldPaper]) -> BodyTold | None:
    """Who decides the appeal, as it was written down when it was told apart; nothing where this body does."""
    appeal = appeal_of(events)
    if appeal is None or "body" not in appeal.facts:
        return None
    name = called.get(int(appeal.id or 0), "")
    texts = ((row.text or "").splitlines() for row in documents if row.kind == KIND)
    address = next((tuple(lines[1:]) for lines in texts if lines and lines[0] == name), ())
    return BodyTold(code=str(appeal.facts["body"]), name=name, address=address)


def _raised_before(events: Sequence[Event], documents: Sequence[ToldPaper]) -> RaisedShown | None:
    """What the person said of it that it was complained of before, and what it means; nothing where it was not."""
    received = next((event for event in in_force(events) if event.event == "received"), None)
    said = received.facts.get("raised_before") if received else None
    if not isinstance(said, str) or said not in set(RaisedBefore):
        return None
    kept = {row.title: row.text or "" for row in documents if row.kind == _FURTHER}
    return RaisedShown(
        became=RaisedBefore(said),
        said=tuple((title, kept[title]) for title in PAPERS.values() if kept.get(title)),
        meaning=MEANING[RaisedBefore(said)],
    )


def why_not_intake(action: str, intake: Intake) -> Refused | None:
    """Why an action on who deals with the case has nothing to be done with; nothing if it has."""
    return (
        _not_with_others(action, intake)
        or _not_for_another(action, intake)
        or _not_in_parts(action, intake)
        or _not_a_commissioners(action, intake)
    )


def _not_with_others(action: str, intake: Intake) -> Refused | None:
    """Why nothing is handled together with another organisation in the way that the action needs."""
    joint = intake.joint.joint if intake.joint else Joint()
    match action:
        case "request_contribution" | "record_contribution":
            return why_not_as(joint, JointPart.LEAD) or _nothing_asked(action, intake)
        case "record_lead_request" | "send_contribution":
            return why_not_as(joint, JointPart.CONTRIBUTOR)
        case "tell_body_to_stop" if not intake.to_stop:
            return NOBODY_TO_TELL
        case "leave_joint" if not joint.is_joint:
            message = "This complaint is not handled together with another one."
            return Refused(code="not-joint", message=message, authority=REG_9)
    return None


def _not_for_another(action: str, intake: Intake) -> Refused | None:
    """Why nobody complains for another who could be refused."""
    return intake.no_refusal if action == "refuse_representative" else None


def _not_in_parts(action: str, intake: Intake) -> Refused | None:
    """Why nothing of the case can be linked no more, split off, put back, left out or taken in again."""
    match action:
        case "unlink_case" if set(intake.linked.values()) <= set(SPLIT):
            return Refused(code="not-linked", message="This case is linked with no other.")
        case "take_back_split" if not {OFF, FROM} & set(intake.linked.values()):
            return Refused(code="not-split-off", message="Nothing of this case was split off, nor it from another one.")
        case "split_case" if len(intake.dealt_with) <= 1:
            return Refused(code="nothing-left", message="This case is about one thing: there is nothing to split.")
        case "take_back_exclusion" if not intake.left_out:
            return Refused(code="not-excluded", message="Nothing that is complained of has been left out.")
        case "withdraw_issue" if not intake.can_be_left_out or len(intake.dealt_with) <= 1:
            return Refused(code="last-issue", message="Nothing else would be left to answer on this case.")
        case "resume_issue" if not intake.withdrawn:
            return Refused(code="not-withdrawn", message="Nothing that is complained of has been withdrawn.")
        case "exclude_issues" if not intake.can_be_left_out:
            return Refused(code="nothing-left", message="Every issue has been left out or has an outcome.")
    return None


def _not_a_commissioners(action: str, intake: Intake) -> Refused | None:
    """Why a commissioner, or the provider that it is about, leaves nothing to decide."""
    if action not in _OF_COMMISSIONERS:
        return None
    return why_not_commissioning(
        is_commissioner=intake.is_commissioner, has_provider=action == "name_provider" or intake.provider is not None
    )


def _nothing_asked(action: str, intake: Intake) -> Refused | None:
    if action != "record_contribution" or (intake.joint and intake.joint.open_contributions):
        return None
    return Refused(code="no-such-request", message="No other organisation has been asked for anything that is to come.")


def _joint(case: Case, events: Sequence[Event], called: Mapping[int, str]) -> JointShown | None:
    joint = joint_of(events)
    if not joint.is_joint:
        return None
    others = tuple((code, called.get(entry) or code) for code, entry in joint.others)
    names = dict(others)
    contributions = (
        ContributionShown(
            entry=each.entry,
            body_name=names.get(each.body) or body_named(each.body, each.asked_on),
            asked_on=each.asked_on,
            reply_by=each.reply_by,
            is_open=each.done_on is None,
        )
        for each in contributions_of(events)
    )
    return JointShown(
        joint=joint,
        lead_name=case.body.name if joint.part is JointPart.LEAD else others[0][1],
        others=others,
        contributions=tuple(contributions),
    )


def _body(code: str, event: Event, events: Sequence[Event], called: str) -> BodyShown:
    return BodyShown(code=code, name=called or body_named(code, event.on), sharing=sharing_with(events, code))
