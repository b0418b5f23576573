"""What is asked when personal details went astray: what happened, how grave it is, and what was done since?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.follow_up_breach import FollowUp, follow_up_breach
from putright.casework.actions.judge_breach import judge_breach
from putright.casework.actions.record_breach import record_breach
from putright.domain.breaches import FOUND, HOW_WORDS, MOST_PEOPLE, RISK_WORDS, How, Risk
from putright.web.acts.act import Act, ActForm
from putright.web.acts.clock_time import TimeField
from putright.web.casefile.said import what_exactly
from putright.web.forms import Choice, DateField, NumberField, RadiosField, SelectField, TextareaField
from putright.web.wording import nhs_date

YES, NO = "yes", "no"
NO_LETTER = "none"
_LONGEST_LINE = 120

_RISK_HINTS = {
    Risk.UNLIKELY: "It came back unopened, say. Nobody outside is told; why is written down here.",
    Risk.LIKELY: "The Commissioner is told within the 72 hours.",
    Risk.HIGH: "The Commissioner is told, and the people concerned as well, in plain words and without delay.",
}


class BreachForm(ActForm):
    """What went astray, since when it is known, and which letter it was."""

    words = TextareaField(
        "What went astray, and who has it now?",
        required="Write down what went astray",
        hint="Which details of whom, where they went, and how it came out.",
        rows=5,
    )
    how = RadiosField(
        "How did it happen?",
        tuple(Choice(each, words) for each, words in HOW_WORDS.items()),
        required="Choose how it happened",
    )
    on = DateField("On which day did it become known here?", required="Enter the day", not_after_today=True)
    known_at = TimeField("At what time?", hint="The 72 hours run from it, by day and night. For example, 10:30am")
    people = NumberField("How many people are the details about?", required="Enter how many", least=1, most=MOST_PEOPLE)
    letter = SelectField("Which letter of this case was it?", (), required="Choose the letter, or that it was none")
    not_had = RadiosField(
        "Has the right person had it since?",
        (
            Choice(YES, "Yes, or it was another letter"),
            Choice(NO, "No", "What the letter did is then owed again."),
        ),
        required="Choose whether the right person has had it",
    )
    field_order = ("words", "how", "on", "known_at", "people", "letter", "not_had")

    def first_answers(self) -> dict[str, Any]:
        """Take it that it was one person’s."""
        return {"people": 1, "letter": NO_LETTER, "not_had": YES, "how": How.WRONG_PERSON}

    def fit(self) -> None:
        """Offer the letters that have gone, the last first."""
        gone = [letter for letter in reversed(self.about.case.letters) if letter.state == "posted" and letter.posted_on]
        letters = [Choice(str(one.number), f"{one.title}, sent {_day(one.posted_on)}") for one in gone]
        self.offer("letter", [Choice(NO_LETTER, "None of them"), *letters])

    def said(self) -> dict[str, Any]:
        """Say it all."""
        answers = self.cleaned_data
        return {
            "words": answers["words"],
            "how": How(answers["how"]),
            "known_at": answers["known_at"],
            "people": answers["people"],
            "letter": None if answers["letter"] == NO_LETTER else int(answers["letter"]),
            "not_had": answers["not_had"] == NO,
        }


class _OfABreachForm(ActForm):
    """Which breach it is."""

    breach = SelectField("Which breach?", (), required="Choose the breach")

    def first_answers(self) -> dict[str, Any]:
        """Begin with the breach that was pointed at, or that the judgement that was pointed at is about."""
        entries = {entry.number: entry for entry in self.about.case.chronology}
        pointed = entries.get(self.about.number or 0)
        breach = pointed.about if pointed and pointed.event != FOUND else self.about.number
        last = max((number for number, entry in entries.items() if entry.event == FOUND), default=None)
        return {"breach": breach or last}

    def fit(self) -> None:
        """Offer the breaches that stand, the last first."""
        said = what_exactly(self.about.case)
        found = [entry for entry in reversed(self.about.case.chronology) if entry.event == FOUND and entry.stands]
        self.offer(
            "breach",
            [
                Choice(str(one.number), f"{nhs_date(one.on)}: {said.get(str(one.number), '')}"[:_LONGEST_LINE])
                for one in found
            ],
        )

    def said(self) -> dict[str, Any]:
        """Say which."""
        return {"breach": int(self.cleaned_data["breach"])}


class JudgementForm(_OfABreachForm):
    """How grave it is, and why."""

    risk = RadiosField(
        "How likely are people to be harmed by it?",
        tuple(Choice(each, words, _RISK_HINTS[each]) for each, words in RISK_WORDS.items()),
        required="Choose how likely people are to be harmed",
    )
    reasons = TextareaField(
        "Why?",
        required="Say why",
        hint="Whose details, how private, who has them, whether they came back. The Commissioner may ask for it.",
        rows=5,
    )
    field_order = ("breach", "risk", "reasons", "on")

    def fit(self) -> None:
        """Ask for the day of the decision."""
        super().fit()
        self.rename("on", "When was it decided?")

    def said(self) -> dict[str, Any]:
        """Say the judgement."""
        return {**super().said(), "risk": Risk(self.cleaned_data["risk"]), "reasons": self.cleaned_data["reasons"]}


class FollowUpForm(_OfABreachForm):
    """What was done."""

    done = RadiosField(
        "What was done?",
        (
            Choice(
                FollowUp.REPORTED,
                "The Information Commissioner was told",
                "Many NHS organisations do so through the Data Security and Protection Toolkit.",
                reveals=("late_because",),
            ),
            Choice(FollowUp.TOLD, "The people concerned were told"),
            Choice(FollowUp.CONTAINED, "What went astray was got back or destroyed"),
        ),
        required="Choose what was done",
    )
    late_because = TextareaField("If the 72 hours are over, why not sooner?", rows=3)
    words = TextareaField(
        "How, and what was said?", required="Write down how it was done", hint="A reference, if one was given.", rows=4
    )
    field_order = ("breach", "done", "late_because", "words", "on")

    def said(self) -> dict[str, Any]:
        """Say what."""
        answers = self.cleaned_data
        return {
            **super().said(),
            "done": FollowUp(answers["done"]),
            "words": answers["words"],
            "late_because": answers["late_because"],
        }


def _day(day: Any) -> str:
    return nhs_date(day)


ACTS = (
    Act(
        name="record_breach",
        title="Personal details went astray",
        button="Record it",
        done="The breach is recorded. It is in the register of breaches",
        action=record_breach,
        form=BreachForm,
        asks=(
            "A letter to the wrong person is a personal data breach, however it came about. Tell whoever looks after"
            " data protection here at once."
        ),
        authority="UK GDPR art 33",
    ),
    Act(
        name="judge_breach",
        title="Judge how grave a breach is",
        button="Record the judgement",
        done="It is written down how grave the breach is",
        action=judge_breach,
        form=JudgementForm,
        asks="What is decided here decides who is told. It can be judged again when more is known.",
        authority="UK GDPR art 33(1), 33(5) and 34(1)",
    ),
    Act(
        name="follow_up_breach",
        title="What was done about a breach",
        button="Record it",
        done="What was done about the breach is recorded",
        action=follow_up_breach,
        form=FollowUpForm,
        authority="UK GDPR art 33 and 34",
        asks="Each thing that was done is recorded on its own.",
    ),
)
