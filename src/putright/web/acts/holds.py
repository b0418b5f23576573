"""What is asked when issues are to wait for something else, wait still, and wait no longer?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.hold_issues import hold_issues
from putright.casework.actions.lift_hold import lift_hold
from putright.casework.actions.review_hold import review_hold
from putright.casework.queries.case_page import CasePage
from putright.casework.queries.linked_shown import HoldShown, ProcessShown
from putright.domain.channels import Channel
from putright.domain.duty import Refused
from putright.domain.holds import NOTHING_TO_HOLD, ON_LITIGATION, REG_14, Grounds
from putright.domain.linked import PROCESSES, HoldsFor
from putright.web.acts.act import Act, ActForm
from putright.web.acts.asked import HOW_IT_CAME, LetterForm
from putright.web.forms import CheckboxesField, Choice, DateField, RadiosField, TextareaField, TextField
from putright.web.wording import nhs_date

YES, NO = "yes", "no"
_PREJUDICE = "What would going on with them do to it?"
_NOT_FOR_THE_PERSON = "For the file, not for the person. That it would be easier to wait is no reason."
_ITS_DAY = "Twenty working days are offered; three months are the most."


def _pointed(form: ActForm) -> tuple[ProcessShown, ...]:
    """The processes for which something may wait; the one alone that was pointed at."""
    can = tuple(one for one in form.about.case.linked.going_on if one.can_hold)
    return tuple(one for one in can if form.about.number in one.entries) or can


def _nothing_can_wait(case: CasePage) -> Refused | None:
    return None if case.undecided else NOTHING_TO_HOLD


def _holds(form: ActForm) -> tuple[HoldShown, ...]:
    """What is held; the one alone that was pointed at."""
    every = form.about.case.linked.holds
    return tuple(one for one in every if form.about.number in one.entries) or every


def _numbers(issues: tuple[int, ...]) -> str:
    return f"issue {issues[0]}" if len(issues) == 1 else f"issues {', '.join(map(str, issues))}"


class HoldForm(LetterForm):
    """Which issues wait, for what, why, who asked for it, and when it is looked at again."""

    process = RadiosField("For what?", (), required="Choose what they wait for")
    issues = CheckboxesField(
        "Which issues would prejudice it?",
        (),
        required="Choose the issues that wait",
        hint="Only these wait. All others go on, and so do the dates of the law.",
    )
    prejudice = TextareaField(
        _PREJUDICE, required="Say what going on with them would do to it", hint=_NOT_FOR_THE_PERSON, rows=3
    )
    advice = TextareaField(
        "For a claim: who advised that they wait, and why?",
        hint="A legal adviser or NHS Resolution. A claim alone is never a reason to stop.",
        rows=2,
    )
    agreed = RadiosField(
        "Does the person agree that these issues wait?",
        (Choice(YES, "Yes"), Choice(NO, "No, or nobody has asked them")),
        required="Choose whether the person agrees",
    )
    asked_by = TextField("Who asked for it?", required="Say who asked for it", hint="Such as: the coroner’s officer.")
    asked_how = RadiosField("How did they ask?", HOW_IT_CAME, required="Choose how they asked")
    explanation = TextareaField(
        "How is it explained to the person?",
        hint="The letter says this in your words, besides what waits and what goes on.",
        rows=3,
    )
    review_on = DateField(
        "When is it looked at again?", name="The day", required="Enter the day", hint=_ITS_DAY, not_before_today=True
    )
    field_order = (
        *("process", "issues", "prejudice", "advice", "agreed", "asked_by", "asked_how"),
        *("explanation", "review_on"),
    )

    def first_answers(self) -> dict[str, Any]:
        """Offer a day on which it is looked at again, and take it that nobody has asked the person."""
        look = self.about.case.linked.look_again_on
        return {**super().first_answers(), "review_on": look, "agreed": NO}

    def fit(self) -> None:
        """Offer what can wait, and ask only what the processes that go on call for."""
        super().fit()
        case, processes = self.about.case, _pointed(self)
        self.offer("process", [Choice(str(one.entry), one.words) for one in processes])
        self.offer("issues", [Choice(str(one.number), f"{one.number}. {one.subject_words}") for one in case.undecided])
        self.rename("on", "Date of the decision and of the letter")
        rules = [PROCESSES[one.kind] for one in processes]
        asked = {
            "prejudice": any(rule.holds_for is not HoldsFor.AGREEMENT for rule in rules),
            "advice": any(rule.holds_for is HoldsFor.ADVICE for rule in rules),
            "agreed": any(rule.holds_for is HoldsFor.AGREEMENT for rule in rules),
            "explanation": any(rule.is_told for rule in rules),
        }
        for name in (name for name, is_asked in asked.items() if not is_asked):
            del self.fields[name]
        if asked["prejudice"] and asked["agreed"]:  # of some of them it is not asked
            self.fields["prejudice"] = TextareaField(_PREJUDICE, hint=_NOT_FOR_THE_PERSON, rows=3)
        if len(processes) == 1 and not self.is_bound:
            self.initial["process"] = str(processes[0].entry)

    def said(self) -> dict[str, Any]:
        """Say it all."""
        answers = self.cleaned_data
        grounds = {name: answers.get(name, "") for name in ("prejudice", "advice", "explanation")}
        return {
            **super().said(),
            "process": int(answers["process"]),
            "issues": tuple(int(number) for number in answers["issues"]),
            "grounds": Grounds(**grounds, agreed=answers.get("agreed") == YES),
            "asked_by": answers["asked_by"],
            "asked_how": Channel(answers["asked_how"]),
            "review_on": answers["review_on"],
        }


class _OfAHoldForm(LetterForm):
    """Which hold it is."""

    hold = RadiosField("What is it about?", (), required="Choose what is held")

    def fit(self) -> None:
        """Offer what is held."""
        super().fit()
        holds = _holds(self)
        self.offer("hold", [Choice(str(one.entry), _words(one)) for one in holds])
        if len(holds) == 1 and not self.is_bound:
            self.initial["hold"] = str(holds[0].entry)

    def said(self) -> dict[str, Any]:
        """Say which."""
        return {**super().said(), "hold": int(self.cleaned_data["hold"])}


class ReviewForm(_OfAHoldForm):
    """Why it must wait still, and until when."""

    words = TextareaField(
        "Why must it wait still?",
        required="Say why it must wait still",
        hint="For the file, not for the person.",
        rows=3,
    )
    explanation = TextareaField(
        "How is it explained to the person?",
        hint="Leave it empty where they may not know what it waits for: a safeguarding or disciplinary matter, say.",
        rows=3,
    )
    review_on = DateField(
        "When is it looked at again?", name="The day", required="Enter the day", hint=_ITS_DAY, not_before_today=True
    )
    field_order = ("hold", "words", "explanation", "review_on")

    def first_answers(self) -> dict[str, Any]:
        """Offer a day on which it is looked at again."""
        return {**super().first_answers(), "review_on": self.about.case.linked.look_again_on}

    def fit(self) -> None:
        """Ask for an explanation only where something may be explained."""
        super().fit()
        told = {one.entry for one in self.about.case.linked.processes if one.is_told}
        if not any(hold.process in told for hold in _holds(self)):
            del self.fields["explanation"]

    def said(self) -> dict[str, Any]:
        """Say why, and until when."""
        answers = self.cleaned_data
        told = {"words": answers["words"], "review_on": answers["review_on"]}
        return {**super().said(), **told, "explanation": answers.get("explanation", "")}


class LiftForm(_OfAHoldForm):
    """Which issues are taken up again, and why."""

    issues = CheckboxesField("Which issues are taken up again?", (), required="Choose the issues that wait no longer")
    words = TextareaField(
        "Why need they not wait any longer?", required="Say why they need not wait any longer", rows=3
    )
    field_order = ("hold", "issues", "words")

    def fit(self) -> None:
        """Offer the issues that are held."""
        super().fit()
        held = sorted(issue for hold in _holds(self) for issue in hold.issues)
        issues = [one for one in self.about.case.issues if one.number in held]
        self.offer("issues", [Choice(str(one.number), f"{one.number}. {one.subject_words}") for one in issues])
        if not self.is_bound:
            self.initial["issues"] = [str(number) for number in held] if len(_holds(self)) == 1 else []

    def said(self) -> dict[str, Any]:
        """Say which, and why."""
        answers = self.cleaned_data
        issues = tuple(int(number) for number in answers["issues"])
        return {**super().said(), "issues": issues, "words": answers["words"]}


def _words(hold: HoldShown) -> str:
    words = f"{_numbers(hold.issues)}, for: {hold.process_words}"
    return f"{words[0].upper()}{words[1:]}, since {nhs_date(hold.since)}"


ACTS = (
    Act(
        name="hold_issues",
        title="Let an issue wait for something else",
        button="See the letter",
        done="It is decided what waits; all else goes on",
        action=hold_issues,
        form=HoldForm,
        pointless=_nothing_can_wait,
        asks=(
            "Only what would prejudice the other process waits, issue by issue, and only until it is looked at again."
            " No claim, and neither police nor coroner, is by itself a reason to stop. The law’s dates stay."
        ),
        authority=ON_LITIGATION,
        has_letter=True,
    ),
    Act(
        name="review_hold",
        title="Look again at what is held",
        button="See the letter",
        done="It is recorded that it waits still",
        action=review_hold,
        form=ReviewForm,
        asks="If it need not wait any longer, take it up again instead. The person is told when it is next looked at.",
        authority=REG_14,
        has_letter=True,
    ),
    Act(
        name="lift_hold",
        title="Take up what was held",
        button="See the letter",
        done="It is taken up again",
        action=lift_hold,
        form=LiftForm,
        asks="The person is told that it goes on. What is still held keeps its day.",
        authority=REG_14,
        has_letter=True,
    ),
)
