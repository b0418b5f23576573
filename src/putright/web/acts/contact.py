"""What is asked of each step about how somebody contacts the body: a talk, a warning, a limit, and what comes of it?"""

from __future__ import annotations

# What an action is told is of many types, hence Any.
from typing import Any

from putright.casework.actions.answer_contact_appeal import answer_contact_appeal
from putright.casework.actions.limit_contact import limit_contact
from putright.casework.actions.match_person import match_person
from putright.casework.actions.record_contact_appeal import record_contact_appeal
from putright.casework.actions.review_contact_limit import review_contact_limit
from putright.casework.actions.talk_about_contact import talk_about_contact
from putright.casework.actions.warn_about_contact import warn_about_contact
from putright.casework.contact_written import Considered
from putright.domain.contact import GUIDANCE, TERM_WORDS, ContactTerm
from putright.web.acts.act import Act, ActForm
from putright.web.acts.asked import LetterForm
from putright.web.acts.other_cases import chosen_case, offer_cases, which_case
from putright.web.forms import CheckboxesField, Choice, DateField, RadiosField, TextareaField
from putright.web.wording import nhs_date

YES, NO = "yes", "no"
_MOST_OFFERED = 30
_LONGEST_LINE = 120
# What the office does by itself shows nothing of how somebody contacts it.
_SHOWS = ("note_made", "message_received", "discussion_held", "meeting_held", "called_back", "details_received")
_CONSIDERED = ("adjustments", "vulnerability", "meeting", "reprisal")


class _StepForm(LetterForm):
    """What every step asks that somebody is written to about: what was considered, in words."""

    adjustments = TextareaField(
        "What would make it easier for the person to do as we ask?",
        required="Say what would make it easier, or that they were asked and need nothing",
        hint="A call at a fixed time, an interpreter, somebody to speak for them. Ask them. Equality Act 2010, s.20.",
        rows=3,
    )
    vulnerability = TextareaField(
        "What do we know of illness, disability, grief or danger behind it?",
        required="Say what is known, or that nothing is",
        hint="If somebody may be at risk, safeguarding comes first.",
        rows=3,
    )

    def considered(self) -> Considered:
        """What was considered, as far as this step asks it."""
        answers = {name: self.cleaned_data[name] for name in _CONSIDERED if name in self.cleaned_data}
        return Considered(**answers)

    def said(self) -> dict[str, Any]:
        """Say what was considered, and how the letter goes."""
        return {**super().said(), "considered": self.considered()}


class TalkForm(ActForm):
    """What was said, and what would help."""

    words = TextareaField(
        "What was said?",
        required="Write down what was said",
        hint="What happens, what it does to the work or to people, and what you asked of them instead. No names for"
        " the person: what they did, not what they are.",
        rows=6,
    )
    helps = TextareaField(
        "What would make it easier for them?",
        required="Say what they need, or that you asked and they need nothing",
        hint="Ask them. It goes on the file, and comes before any step that follows.",
        rows=3,
    )
    field_order = ("words", "helps", "on")

    def fit(self) -> None:
        """Ask for the day of the talk."""
        self.rename("on", "When did you speak with them?")

    def said(self) -> dict[str, Any]:
        """Say what was said."""
        return {name: self.cleaned_data[name] for name in ("words", "helps")}


class _EvidenceForm(_StepForm):
    """What a step rests on."""

    entries = CheckboxesField(
        "Which entries of this case show it?",
        (),
        required="Choose the entries that show what has happened",
        hint="Calls, messages and notes. What nobody wrote down is no reason: note it first.",
        small=True,
    )
    helps = TextareaField(
        "What will we do to make it easier?",
        hint="The person reads it. Such as: we ring you each Friday at ten.",
        rows=3,
    )
    danger = TextareaField(
        "Is somebody in danger, so that it cannot wait for the step before?",
        hint="Only then. Say who, from what, and who was told. It stays on the file; the person does not read it.",
        rows=2,
    )

    def fit(self) -> None:
        """Offer what people said and did, the last first."""
        super().fit()
        entries = [one for one in reversed(self.about.case.chronology) if one.stands and one.event in _SHOWS]
        self.offer(
            "entries",
            [
                Choice(str(one.number), f"{nhs_date(one.on)}: {_first_words(one.papers) or one.words}"[:_LONGEST_LINE])
                for one in entries[:_MOST_OFFERED]
            ],
        )

    def said(self) -> dict[str, Any]:
        """Say what it rests on, and what makes it easier."""
        answers = self.cleaned_data
        entries = tuple(int(number) for number in answers["entries"])
        return {**super().said(), "entries": entries, "helps": answers["helps"], "danger": answers["danger"]}


class WarningForm(_EvidenceForm):
    """What has happened, and what is asked."""

    what_happened = TextareaField(
        "What has happened?",
        required="Write down what has happened, as the person will read it",
        hint="Examples with their days, in plain words: You rang us 14 times between 4 and 8 May.",
        rows=5,
    )
    what_we_ask = TextareaField(
        "What do we ask of them?",
        required="Write down what is asked of the person",
        hint="What they can do, not only what they must not. Such as: Please ring once a week.",
        rows=4,
    )
    field_order = (
        *("what_happened", "entries", "what_we_ask", "adjustments", "helps", "vulnerability", "danger"),
        *("on", "channel"),
    )

    def said(self) -> dict[str, Any]:
        """Say what the letter says."""
        return {**super().said(), **{name: self.cleaned_data[name] for name in ("what_happened", "what_we_ask")}}


class _TermsForm(ActForm):
    """In which ways contact is limited, how exactly, and until when."""

    terms = CheckboxesField(
        "In which ways?",
        tuple(Choice(term, words) for term, words in TERM_WORDS.items()),
        required="Choose in which ways contact is limited",
        hint="As little as will do.",
    )
    arranged = TextareaField(
        "How exactly does the person reach us meanwhile?",
        required="Write down how the person reaches us",
        hint="To whom, where, when, and how soon they are answered. The person reads it, and so does whoever picks up"
        " the telephone. One way always stays open.",
        rows=4,
    )
    until = DateField(
        "Until which day?",
        name="The last day",
        required="Enter the last day",
        hint="Six months ahead at most. After it the limit ends by itself, unless it was renewed before.",
        not_before_today=True,
    )


class LimitForm(_EvidenceForm, _TermsForm):
    """How, until when, why, and what was considered."""

    why = TextareaField(
        "Why?",
        required="Write down why, as the person will read it",
        hint="What has happened since the warning, with days. What it did to the work or to people.",
        rows=5,
    )
    meeting = TextareaField(
        "Would a meeting or mediation help?",
        required="Say whether a meeting or mediation was thought of, and what came of it",
        rows=2,
    )
    reprisal = TextareaField(
        "How are we certain that this is not because they complained?",
        required="Say how that is certain",
        hint="Would it be done to somebody who had not complained? Who looked at it who has no part in the complaint?",
        rows=3,
    )
    field_order = (
        *("why", "entries", "terms", "arranged", "until", "adjustments", "helps", "vulnerability", "meeting"),
        *("reprisal", "danger", "on", "channel"),
    )

    def said(self) -> dict[str, Any]:
        """Say the limit."""
        answers = self.cleaned_data
        terms = frozenset(ContactTerm(term) for term in answers["terms"])
        return {
            **super().said(),
            "terms": terms,
            "arranged": answers["arranged"],
            "until": answers["until"],
            "why": answers["why"],
        }


class ReviewForm(_StepForm, _TermsForm):
    """Whether it goes on or ends, and why."""

    ends = RadiosField(
        "What is decided?",
        (
            Choice(YES, "It ends today"),
            Choice(
                NO,
                "It goes on for a time",
                reveals=("terms", "arranged", "until", *_CONSIDERED),
            ),
        ),
        required="Choose whether the limit ends or goes on",
    )
    why = TextareaField(
        "Why?", required="Write down why, as the person will read it", hint="What has happened since.", rows=4
    )
    meeting = TextareaField("Would a meeting or mediation help now?", required="Say whether it would help", rows=2)
    reprisal = TextareaField(
        "How are we certain that this is not because they complained?", required="Say how that is certain", rows=2
    )
    field_order = (
        *("ends", "terms", "arranged", "until", "why", "adjustments", "vulnerability", "meeting", "reprisal"),
        *("on", "channel"),
    )

    def first_answers(self) -> dict[str, Any]:
        """Begin with what holds now."""
        limit = self.about.case.contact.limit
        now = {"terms": sorted(limit.terms), "arranged": limit.arranged} if limit else {}
        return {**super().first_answers(), **now}

    def said(self) -> dict[str, Any]:
        """Say whether it goes on, how and until when."""
        answers = self.cleaned_data
        kept: dict[str, Any] = {}
        if answers["ends"] == NO:
            terms = frozenset(ContactTerm(term) for term in answers["terms"])
            kept = {"terms": terms, "arranged": answers["arranged"], "until": answers["until"]}
        considered = {"considered": self.considered() if kept else None}
        return {**super().said(), **considered, **kept, "why": answers["why"]}


class AppealForm(ActForm):
    """What the person says."""

    words = TextareaField(
        "What does the person say?",
        required="Write down what the person says",
        hint="However they said it, and through whomever: a limit never stands in the way of an appeal.",
        rows=5,
    )
    field_order = ("words", "on")

    def fit(self) -> None:
        """Ask for the day on which it came."""
        self.rename("on", "When did it come?")

    def said(self) -> dict[str, Any]:
        """Say the appeal."""
        return {"words": self.cleaned_data["words"]}


class AnswerForm(LetterForm):
    """Whether the limit ends, and why."""

    ends = RadiosField(
        "What is decided?",
        (Choice(YES, "The limit ends today"), Choice(NO, "The limit stays until its last day")),
        required="Choose whether the limit ends or stays",
    )
    why = TextareaField("Why?", required="Write down why, as the person will read it", rows=5)

    def said(self) -> dict[str, Any]:
        """Say the answer."""
        return {**super().said(), "ends": self.cleaned_data["ends"] == YES, "why": self.cleaned_data["why"]}


class SameForm(ActForm):
    """Which other case it is, whether it is the same person, and how that is known."""

    which = which_case()["which"]
    reference = which_case()["reference"]
    is_same = RadiosField(
        "Is it the same person?",
        (
            Choice(YES, "Yes", "What was arranged with them counts on this case too."),
            Choice(NO, "No, that was a mistake", "What was arranged does not count on this case."),
        ),
        required="Choose whether it is the same person",
    )
    why = TextareaField(
        "How is that known?",
        required="Say how it is known",
        hint="Two people can have one name, or one telephone.",
        rows=3,
    )
    field_order = ("which", "reference", "is_same", "why", "on")

    def first_answers(self) -> dict[str, Any]:
        """Take it that it is."""
        return {"is_same": YES}

    def fit(self) -> None:
        """Offer the cases that may be meant."""
        offer_cases(self)

    def said(self) -> dict[str, Any]:
        """Say which, whether and why."""
        answers = self.cleaned_data
        return {"other": chosen_case(self), "is_same": answers["is_same"] == YES, "why": answers["why"]}


def _first_words(papers: Any) -> str:
    return next((" ".join((paper.text or "").split()) for paper in papers), "")


ACTS = (
    Act(
        name="talk_about_contact",
        title="Record a talk about contact",
        button="Record the talk",
        done="The talk is on the file",
        action=talk_about_contact,
        form=TalkForm,
        asks=(
            "Before anything is written: speak with the person about what happens and what would help. Their complaint"
            " goes on as before, whatever comes of it."
        ),
        authority=GUIDANCE,
    ),
    Act(
        name="warn_about_contact",
        title="Warn about contact in writing",
        button="See the letter",
        done="The warning is ready",
        action=warn_about_contact,
        form=WarningForm,
        asks="What they did, what is asked of them, and what may follow. It counts from the day on which it goes.",
        authority=GUIDANCE,
        has_letter=True,
    ),
    Act(
        name="limit_contact",
        title="Limit contact for a time",
        button="See the letter",
        done="The limit is decided. It holds once the letter has gone",
        action=limit_contact,
        form=LimitForm,
        asks=(
            "It is about the person and the organisation, over all their cases. No duty, no date and no care turns on"
            " it, and a new complaint of theirs is looked into as any other."
        ),
        authority=GUIDANCE,
        has_letter=True,
    ),
    Act(
        name="review_contact_limit",
        title="Look again at the limit on contact",
        button="See the letter",
        done="It is decided, and the letter is ready",
        action=review_contact_limit,
        form=ReviewForm,
        asks="It ends by itself after its last day. It goes on only if that is decided, and told, before then.",
        authority=GUIDANCE,
        has_letter=True,
    ),
    Act(
        name="record_contact_appeal",
        title="Record an appeal against the limit",
        button="Record the appeal",
        done="The appeal is on the file. Somebody who did not decide the limit answers it",
        action=record_contact_appeal,
        form=AppealForm,
        asks="The person thinks that the limit is wrong. Somebody else of the same rank looks at it.",
        authority=GUIDANCE,
    ),
    Act(
        name="answer_contact_appeal",
        title="Answer the appeal against the limit",
        button="See the letter",
        done="The answer is ready",
        action=answer_contact_appeal,
        form=AnswerForm,
        asks="Read what the person says, and look at the reasons afresh. Whoever decided the limit does not answer.",
        authority=GUIDANCE,
        has_letter=True,
    ),
    Act(
        name="match_person",
        title="Say that it is the same person",
        button="Record it",
        done="It is recorded on both cases",
        action=match_person,
        form=SameForm,
        asks=(
            "Where something was arranged about how somebody contacts us, it counts on their other cases too, once"
            " somebody has looked and said that it is they. No machine decides that."
        ),
    ),
)
