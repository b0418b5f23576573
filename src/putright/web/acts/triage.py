"""What is asked when a complaint is first looked at: how grave may it be, and on which path is it dealt with?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.choose_path import choose_path
from putright.casework.actions.set_severity import set_severity
from putright.casework.queries.case_page import CasePage
from putright.domain.channels import Channel
from putright.domain.triage import (
    PATH_MEANS,
    PATH_WORDS,
    SEVERITY_MEANS,
    SEVERITY_WORDS,
    Path,
    Proposed,
    Severity,
    proposed,
)
from putright.web.acts.act import Act, ActForm
from putright.web.acts.asked import POSTED, emailed
from putright.web.forms import Choice, RadiosField, TextareaField


class SeverityForm(ActForm):
    """How grave, and why."""

    severity = RadiosField(
        "How grave may it be?",
        tuple(Choice(each, words, SEVERITY_MEANS[each]) for each, words in SEVERITY_WORDS.items()),
        required="Choose how grave it may be",
    )
    reason = TextareaField("Why?", hint="For the file. The person sees it only if they ask for the file.", rows=4)
    field_order = ("severity", "reason")

    def first_answers(self) -> dict[str, Any]:
        """Begin with what stands, or else with what the bare facts suggest."""
        case = self.about.case
        return {"severity": case.triage.severity or suggested(case).severity}

    def fit(self) -> None:
        """Say what is suggested and why; a change needs a reason."""
        del self.fields["on"]
        if self.about.case.triage.severity is None:
            found = suggested(self.about.case)
            self.rename(
                "severity",
                f"How grave may it be? {SEVERITY_WORDS[found.severity]} is suggested, because {found.because}",
            )
        else:
            self.rename("reason", "Why is it judged otherwise now?")

    def said(self) -> dict[str, Any]:
        """Say it."""
        return {"severity": Severity(self.cleaned_data["severity"]), "reason": self.cleaned_data["reason"]}


class PathForm(ActForm):
    """Which path, why, and how the person is told."""

    path = RadiosField(
        "How is it dealt with?",
        tuple(Choice(each, words, PATH_MEANS[each]) for each, words in PATH_WORDS.items()),
        required="Choose how it is dealt with",
    )
    why = TextareaField(
        "Why?", required="Say why this way suits the complaint", hint="As the person is told, in plain words.", rows=5
    )
    channel = RadiosField("How is the person told?", (), required="Choose how the person is told")
    field_order = ("path", "why", "on", "channel")

    def first_answers(self) -> dict[str, Any]:
        """Begin with the other path, or else with what the bare facts suggest."""
        stands = self.about.case.triage.path
        other = {Path.EARLY_RESOLUTION: Path.CLOSER_LOOK, Path.CLOSER_LOOK: Path.EARLY_RESOLUTION}
        path = other[stands] if stands else suggested(self.about.case).path
        return {"path": path, "channel": Channel.LETTER}

    def fit(self) -> None:
        """Offer email only where the person has agreed to it, and what was said already."""
        self.rename("on", "Date of the letter or the talk")
        written = (POSTED, emailed()) if self.about.case.complainant.agrees_to_email else (POSTED,)
        spoken = (
            Choice(Channel.TELEPHONE, "By telephone, done already"),
            Choice(Channel.IN_PERSON, "In person, done already"),
        )
        self.offer("channel", (*written, *spoken))

    def said(self) -> dict[str, Any]:
        """Say all of it."""
        answers = self.cleaned_data
        return {"path": Path(answers["path"]), "why": answers["why"], "channel": Channel(answers["channel"])}


def suggested(case: CasePage) -> Proposed:
    """What the bare facts of a case suggest."""
    return proposed([issue.subject for issue in case.issues], case.basis)


ACTS = (
    Act(
        name="set_severity",
        title="How grave it may be",
        button="Keep it",
        done="How grave it may be is kept",
        action=set_severity,
        form=SeverityForm,
        asks=(
            "Read what the person says first: what is suggested looks only at the subjects. It guides who handles the"
            " case, and can be changed when more is known."
        ),
    ),
    Act(
        name="choose_path",
        title="Early resolution or closer look",
        button="Decide and tell the person",
        done="The way in which it is dealt with is recorded",
        action=choose_path,
        form=PathForm,
        asks="It can change later without the person complaining again, and no date changes with it.",
        authority="NHS Complaint Standards",
        has_letter=True,
    ),
)
