"""What is asked of a case for the yearly return: age, who complains, service, clinical group, staff, subjects?"""

from __future__ import annotations

# What Django's forms clean is untyped, hence Any.
from typing import Any

from putright.casework.actions.describe_for_return import describe_for_return
from putright.casework.queries.case_page import CasePage
from putright.casework.queries.for_return import DimensionAsked
from putright.domain.issues import SUBJECT_WORDS, Subject
from putright.domain.returns import ReturnSaid
from putright.web.acts.act import Act, ActForm, Part
from putright.web.entering.for_return import field_of, said_in
from putright.web.forms import CheckboxesField, Choice, SelectField

OUTSIDE, APART = "outside_agency", "counted_apart"
_SUBJECTS = [Choice(subject.value, words) for subject, words in SUBJECT_WORDS.items()]


class DescribedForm(ActForm):
    """All that the return asks; what is known already is not asked."""

    outside_agency = CheckboxesField(
        "Is it counted?",
        (
            Choice(
                "yes",
                "It was not a complaint made to us: an outside agency, such as the police or a coroner, began it",
            ),
        ),
        optional_words=False,
        small=True,
    )

    counted_apart = CheckboxesField(
        "How is it counted?",
        (Choice("yes", "As a complaint of its own: what was split off needed an investigation of its own"),),
        hint="Otherwise it is counted once, together with the case from which it was split off.",
        optional_words=False,
        small=True,
    )

    def first_answers(self) -> dict[str, Any]:
        """Begin with what was said before."""
        case = self.about.case
        first: dict[str, Any] = {f"subject_{issue.number}": issue.subject.value for issue in case.issues}
        for each in _asked(case):
            first[each.dimension.value] = (each.chosen or ("",))[0] if each.of_one else list(each.chosen)
        if case.for_return and case.for_return.outside_agency:
            first[OUTSIDE] = ["yes"]
        if case.for_return and case.for_return.counted_apart:
            first[APART] = ["yes"]
        return first

    def fit(self) -> None:
        """Ask what the return asks of this complaint; of each issue its subject."""
        del self.fields["on"]
        outside, apart = self.fields.pop(OUTSIDE), self.fields.pop(APART)
        for issue in self.about.case.issues:
            label = "What is it about?" if len(self.about.case.issues) == 1 else f"What is issue {issue.number} about?"
            self.fields[f"subject_{issue.number}"] = SelectField(label, _SUBJECTS, required="Choose what it is about")
        for each in _asked(self.about.case):
            self.fields[each.dimension.value] = field_of(each, hint="" if each.of_one else "All that it concerns.")
        self.fields[OUTSIDE] = outside
        if self.about.case.for_return and self.about.case.for_return.split_from:
            self.fields[APART] = apart

    @property
    def parts(self) -> tuple[Part, ...]:
        """The issues first, then the complaint as a whole."""
        issues = [box for box in self.asked if box.name.startswith("subject_")]
        others = [box for box in self.asked if box not in issues]
        return (
            Part(heading="", fields=tuple(issues)),
            Part(heading="The complaint as a whole", fields=tuple(others)),
        )

    def said(self) -> dict[str, Any]:
        """Say all of it, with what followed of itself left as it is."""
        answers = self.cleaned_data
        labels = said_in(answers, _asked(self.about.case))
        return {
            "said": ReturnSaid(
                labels=labels, outside_agency=bool(answers[OUTSIDE]), counted_apart=bool(answers.get(APART))
            ),
            "subjects": {issue.number: Subject(answers[f"subject_{issue.number}"]) for issue in self.about.case.issues},
        }


def _asked(case: CasePage) -> tuple[DimensionAsked, ...]:
    """What is to be asked: nothing that follows from the date of birth, or from who complains."""
    return tuple(each for each in case.for_return.asked if not each.follows) if case.for_return else ()


ACTS = (
    Act(
        name="describe_for_return",
        title="What the return needs",
        button="Keep it",
        done="What the return needs is kept",
        action=describe_for_return,
        form=DescribedForm,
        asks=(
            "NHS England counts written complaints once a year. Say now what you know, and the rest when you know it:"
            " nothing of the complaint waits for it."
        ),
        authority="KO41a, KO41b",
    ),
)
