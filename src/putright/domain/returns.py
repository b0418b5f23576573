"""Which yearly return on written complaints does a body owe, what does it ask of a complaint, and what is lacking?

KO41a and KO41b, the returns to NHS England; their lists are data (`directory/returns`), each holding from a day.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from putright.domain.duty import Refused
from putright.domain.issues import Subject


class ReturnKind(StrEnum):
    """A return on written complaints."""

    KO41A = "ko41a"
    KO41B = "ko41b"


class ReportsAs(StrEnum):
    """What a body is to those who collect the returns."""

    TRUST = "trust"
    BOARD = "board"
    GP_PRACTICE = "gp-practice"
    DENTAL_PRACTICE = "dental-practice"
    OUT_OF_HOURS = "out-of-hours"
    NEITHER = "neither"


class Dimension(StrEnum):
    """What a return asks of each new complaint; each is counted for itself."""

    AGE = "age"
    STATUS = "status"
    SERVICE = "service"
    SUBJECT = "subject"
    CLINICAL = "clinical"
    STAFF = "staff"


REPORTS_AS_WORDS: Final = {
    ReportsAs.TRUST: "NHS trust, or another provider of hospital or community services",
    ReportsAs.BOARD: "Integrated care board",
    ReportsAs.GP_PRACTICE: "GP practice",
    ReportsAs.DENTAL_PRACTICE: "Dental practice",
    ReportsAs.OUT_OF_HOURS: "GP out-of-hours provider",
    ReportsAs.NEITHER: "None of these: it makes no such return",
}
RETURN_WORDS: Final = {ReturnKind.KO41A: "KO41a", ReturnKind.KO41B: "KO41b"}
DIMENSION_WORDS: Final = {
    Dimension.AGE: "Age of the patient",
    Dimension.STATUS: "Who complains",
    Dimension.SERVICE: "Service area",
    Dimension.SUBJECT: "Subject",
    Dimension.CLINICAL: "Clinical group",
    Dimension.STAFF: "Staff group",
}
NO_RETURN: Final = Refused(
    code="no-return",
    message="This organisation makes no yearly return, or nobody has said yet which it makes.",
)
# Of these a complaint has one; of the others as many as it concerns.
OF_ONE: Final = frozenset({Dimension.AGE, Dimension.STATUS})
# What somebody says of a complaint; the subject is said of each of its issues.
SAID: Final = tuple(each for each in Dimension if each is not Dimension.SUBJECT)

# Commissioned out-of-hours care is counted with hospital and community services, not with general practice.
_OWED: Final = {
    ReportsAs.TRUST: ReturnKind.KO41A,
    ReportsAs.BOARD: ReturnKind.KO41A,
    ReportsAs.OUT_OF_HOURS: ReturnKind.KO41A,
    ReportsAs.GP_PRACTICE: ReturnKind.KO41B,
    ReportsAs.DENTAL_PRACTICE: ReturnKind.KO41B,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One box of a list: our code and words, the subjects or ages that belong there, and for whom and when it holds."""

    code: str
    words: str
    subjects: frozenset[Subject] = frozenset()
    youngest: int | None = None
    oldest: int | None = None
    goes_to: ReturnKind | None = None
    only_for: frozenset[ReportsAs] = frozenset()
    valid_from: date | None = None

    def holds_for(self, body: ReportsAs, on: date) -> bool:
        """Whether a body of this kind has the box on a day."""
        return (not self.only_for or body in self.only_for) and (self.valid_from is None or self.valid_from <= on)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelList:
    """The boxes of one dimension from a day on, and how sure we are of them."""

    dimension: Dimension
    asks: str
    valid_from: date
    source: str
    is_verified: bool
    labels: tuple[Label, ...]
    only_under: str = ""  # the subject under which alone it is asked

    def label(self, code: str) -> Label | None:
        """The box of this code; nothing where the list has none."""
        return next((label for label in self.labels if label.code == code), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnForm:
    """A return as it is collected: its lists, each in its versions."""

    kind: ReturnKind
    title: str
    standard: str
    checked_on: date
    lists: tuple[LabelList, ...]

    def list_on(self, dimension: Dimension, on: date) -> LabelList | None:
        """The list of a dimension in force on a day: its first, for a day before that; nothing if there is none."""
        versions = [each for each in self.lists if each.dimension is dimension]
        by_then = [each for each in versions if each.valid_from <= on]
        return by_then[-1] if by_then else next(iter(versions), None)


Forms = Mapping[ReturnKind, ReturnForm]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnSaid:
    """What somebody said of a complaint for the return; `outside_agency` that one such as the police began it.

    `counted_apart` that what was split off needed an investigation of its own, and so counts as a complaint of its own.
    """

    labels: Mapping[Dimension, frozenset[str]] = field(default_factory=dict)
    outside_agency: bool = False
    counted_apart: bool = False

    @property
    def says_anything(self) -> bool:
        """Whether anything was said."""
        return self.outside_agency or self.counted_apart or any(self.labels.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is known of a complaint that the returns ask for: what was said of it, and the subjects of its issues.

    `age` is the patient's on the day of receipt, where the date of birth is known; `is_patient`, that they complain
    themselves. Neither is then asked again.
    """

    received_on: date
    subjects: Collection[Subject]
    said: Mapping[Dimension, frozenset[str]]
    age: int | None = None
    is_patient: bool = False


def return_of(body: ReportsAs | None, services: Collection[str], forms: Forms, *, on: date) -> ReturnKind | None:
    """The return in which a complaint is counted: the body's own, or where its service sends it; nothing if in none.

    A board counts what it is told of primary care apart from the rest. DAPB2126; SCCI2125.
    """
    own = _OWED.get(body) if body else None
    if own is None or body is None:
        return None
    known = forms[own].list_on(Dimension.SERVICE, on)
    labels = [known.label(code) for code in sorted(services)] if known else []
    sent = {label.goes_to for label in labels if label and label.goes_to and label.holds_for(body, on)}
    # One that is about both is counted once: with the body's own.
    return sent.pop() if len(sent) == 1 and len(labels) == 1 else own


def returns_owed(body: ReportsAs | None, forms: Forms, *, on: date) -> tuple[ReturnKind, ...]:
    """Every return that a body of this kind may have something to put into."""
    own = _OWED.get(body) if body else None
    if own is None or body is None:
        return ()
    services = forms[own].list_on(Dimension.SERVICE, on)
    others = {label.goes_to for label in services.labels if label.holds_for(body, on)} if services else set()
    return (own, *sorted(kind for kind in others - {own, None} if kind))


def labels_of(asked: Asked, form: ReturnForm) -> dict[Dimension, frozenset[str]]:
    """Under which boxes of each list a complaint is counted; an empty set where that is not known yet.

    A dimension that the return does not ask of this complaint is left out.
    """
    found = {}
    for dimension in Dimension:
        boxes = form.list_on(dimension, asked.received_on)
        if boxes is not None and _is_asked(boxes, asked, form):
            found[dimension] = _boxes(boxes, asked)
    return found


def lacking(asked: Asked, form: ReturnForm) -> tuple[Dimension, ...]:
    """What the return asks of a complaint and nobody has said yet."""
    return tuple(dimension for dimension, boxes in labels_of(asked, form).items() if not boxes)


def why_not_said(dimension: Dimension, codes: Collection[str], form: ReturnForm, *, on: date) -> Refused | None:
    """Why this cannot be said of a complaint; nothing if it can."""
    boxes = form.list_on(dimension, on)
    called = DIMENSION_WORDS[dimension].lower()
    if boxes is None:
        return Refused(code="not-asked", message=f"This return does not ask for the {called}.", authority=form.standard)
    if any(boxes.label(code) is None for code in codes):
        message = f"Choose the {called} from the list of the return."
        return Refused(code="no-such-label", message=message, authority=form.standard)
    if dimension in OF_ONE and len(codes) > 1:
        return Refused(code="one-label", message=f"Choose one: {called}.", authority=form.standard)
    return None


def _is_asked(boxes: LabelList, asked: Asked, form: ReturnForm) -> bool:
    """Whether the dimension is asked of this complaint: some are of one subject alone."""
    subjects = form.list_on(Dimension.SUBJECT, asked.received_on)
    return not boxes.only_under or (subjects is not None and boxes.only_under in _boxes(subjects, asked))


def _boxes(boxes: LabelList, asked: Asked) -> frozenset[str]:
    said = asked.said.get(boxes.dimension, frozenset())
    known = frozenset(code for code in said if boxes.label(code))
    match boxes.dimension:
        case Dimension.SUBJECT:
            return frozenset(label.code for label in boxes.labels if not label.subjects.isdisjoint(asked.subjects))
        case Dimension.AGE if asked.age is not None:
            return frozenset(label.code for label in boxes.labels if _is_aged(label, asked.age))
        case Dimension.STATUS if asked.is_patient:
            return frozenset({"patient"})
        case _:
            return known


def _is_aged(label: Label, age: int) -> bool:
    return label.youngest is not None and label.youngest <= age and (label.oldest is None or age <= label.oldest)
