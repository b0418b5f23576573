"""What must be known before each letter can be written?"""

from dataclasses import dataclass
from datetime import date, time

from putright.domain.response import ResponseContent


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A body or service, and the ways to reach it."""

    name: str
    address: tuple[str, ...] = ()
    phone: str | None = None
    textphone: str | None = None
    email: str | None = None
    website: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Who the letter goes to, as on the envelope, and what follows "Dear"."""

    name: str
    greeting: str
    address: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Handler:
    """The named person who looks after the complaint, and how to reach them."""

    name: str
    post: str
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Who signs the letter."""

    name: str
    post: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondence:
    """What every letter has: from whom, to whom, about which case, when, and who can help."""

    sender: Contact
    recipient: Recipient
    reference: str
    written_on: date
    handler: Handler
    writer: Writer
    advocacy: Contact
    ombudsman: Contact
    calls_limited: bool = False  # for now the person writes, or rings at set times: no number is given


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """One thing that will happen, and the last day for it if there is one."""

    what: str
    by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingTime:
    """A day and time for a meeting, in the time of the clock on the wall."""

    on: date
    starts: time


@dataclass(frozen=True, slots=True, kw_only=True)
class Improvement:
    """One thing that is put right: what, who sees to it, and when it was or will be done."""

    what: str
    who: str
    done_on: date | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FurtherWay:
    """A way on that the procedure names besides the Ombudsman, in its words, and the last day for it if any."""

    words: str
    by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyTold:
    """One thing that is done to put things right for the person: what, what it comes to if it is money, by when."""

    what: str
    by: date
    amount: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement:
    """The complaint has been received; a discussion is offered; what happens next."""

    correspondence: Correspondence
    received_on: date
    how_received: str
    next_steps: tuple[NextStep, ...] = ()
    patient_name: str | None = None
    issues: tuple[str, ...] = ()
    details_wanted: tuple[str, ...] = ()
    consent_wanted: bool = False
    answer_by: date | None = None
    email_agreed: bool = False
    pledges: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailsAcknowledgement:
    """The details that were asked for have come; what will be looked into."""

    correspondence: Correspondence
    details_received_on: date
    issues: tuple[str, ...]
    next_steps: tuple[NextStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenRecord:
    """A copy of what was written down when the complaint was made by word of mouth."""

    correspondence: Correspondence
    spoken_on: date
    taken_by: str
    record: str
    outcome_wanted: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRequest:
    """A member of staff is asked what they remember."""

    correspondence: Correspondence
    received_on: date
    about: str
    questions: tuple[str, ...]
    due_on: date
    support: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRequest:
    """A patient is asked whether someone may complain for them, on paper or on the web by the code of the letter."""

    correspondence: Correspondence
    representative_name: str
    about: str
    information: tuple[str, ...]
    shared_with: tuple[str, ...]
    web_page: str
    web_code: str
    web_link: str
    form_code: str
    reply_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingOffer:
    """A meeting is offered, which the person may decline."""

    correspondence: Correspondence
    meet_with: tuple[str, ...]
    times: tuple[MeetingTime, ...]
    place: str
    topics: tuple[str, ...]
    reply_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingNote:
    """What took place at the meeting, what was learnt, and what has been put right."""

    correspondence: Correspondence
    held_on: date
    present: tuple[str, ...]
    what_took_place: str
    lessons: tuple[str, ...]
    improvements: tuple[Improvement, ...]
    answer_by: date | None = None
    review_by: str | None = None
    review_time: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimescaleChange:
    """A promised date moves: what, from when, to when, and why."""

    correspondence: Correspondence
    promise: str
    first_date: date
    new_date: date
    reason: str
    answer_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsePeriod:
    """The body has set the time for its answer, the offer of a discussion not having been taken up."""

    correspondence: Correspondence
    how_handled: str
    respond_by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressUpdate:
    """How things stand while the complaint is looked into."""

    correspondence: Correspondence
    received_on: date
    done_so_far: str
    still_to_do: str
    expected_on: date
    delay_reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SixMonthNotice:
    """Six months have gone by without an answer: why, and when it will come."""

    correspondence: Correspondence
    received_on: date
    period_ended_on: date
    reason: str
    expected_on: date
    done_so_far: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FinalResponse:
    """The answer to the complaint, with what regulation 14(2) asks for."""

    correspondence: Correspondence
    received_on: date
    content: ResponseContent
    first_answered_on: date | None = None
    local_authority_functions: bool = False
    nhs_functions: bool = True
    patient_name: str | None = None
    apology: str | None = None
    staff_response: str | None = None
    withdrawn: tuple[str, ...] = ()
    remedies: tuple[RemedyTold, ...] = ()
    suggestions: tuple[str, ...] = ()
    improvements: tuple[Improvement, ...] = ()
    ombudsman_by: date | None = None
    local_ombudsman: Contact | None = None
    review_by: str | None = None
    review_time: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewOutcome:
    """The final position after a review, and the reasons for it."""

    correspondence: Correspondence
    requested_on: date
    reviewed_by: str
    completed_on: date
    how_reviewed: str
    position: str
    reasons: str
    apology: str | None = None
    improvements: tuple[Improvement, ...] = ()
    further: tuple[FurtherWay, ...] = ()
    to_ombudsman: bool = True
    ombudsman_by: date | None = None
    healthwatch: Contact | None = None
