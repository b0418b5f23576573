"""What is asked when staff were told of a complaint: what, whom, how, and what was said?"""

from __future__ import annotations

from typing import Any, Final

from putright.casework.actions.tell_staff import tell_staff
from putright.casework.queries.case_page import CasePage
from putright.domain.channels import Channel
from putright.domain.duty import Refused
from putright.domain.staff_told import AUTHORITY, NEWS_WORDS, StaffNews
from putright.web.acts.act import Act, ActForm
from putright.web.acts.asked import BY_PHONE, IN_PERSON
from putright.web.forms import CheckboxesField, Choice, DateField, RadiosField, TextareaField

TOLD: Final = "told"
_HINTS: Final = {
    StaffNews.COMPLAINT: "Early, and before they hear it from anybody else.",
    StaffNews.ANSWER: "Before it is sent, so that what is wrong can still be put right.",
    StaffNews.OUTCOME: "Once the complaint has been answered, or has ended otherwise.",
}
_REVEALS: Final = {
    StaffNews.COMPLAINT: ("support",),
    StaffNews.ANSWER: ("answer_words",),
    StaffNews.OUTCOME: ("outcome_words",),
}


class TellingForm(ActForm):
    """What they were told, who they are, how, and what was said."""

    news = RadiosField(
        "What were they told?",
        tuple(Choice(each, words, _HINTS[each], reveals=_REVEALS[each]) for each, words in NEWS_WORDS.items()),
        required="Choose what they were told",
    )
    support = CheckboxesField(
        "Support",
        (Choice(TOLD, "I have told them where they find support", "A manager, a union, occupational health."),),
        required="Confirm that they were told where they find support",
    )
    answer_words = TextareaField(
        "What do they say to it?",
        required="Write what they say to it, or that they have nothing to add",
        rows=5,
    )
    outcome_words = TextareaField(
        "How did it end, and what was learnt?",
        required="Write how it ended and what was learnt",
        hint="Everybody who was asked on a page of their own reads it there. Name nobody.",
        rows=6,
    )
    people = CheckboxesField("Who was told?", (), required="Choose who was told")
    channel = RadiosField(
        "How were they told?",
        (IN_PERSON, BY_PHONE, Choice(Channel.EMAIL, "By email"), Choice(Channel.ONLINE, "By video")),
        required="Choose how they were told",
    )
    on = DateField("When were they told?", required="Enter the day on which they were told", not_after_today=True)
    field_order = ("news", "support", "answer_words", "outcome_words", "people", "channel", "on")

    def first_answers(self) -> dict[str, Any]:
        """Take it that people met."""
        return {"channel": Channel.IN_PERSON}

    def fit(self) -> None:
        """Offer those whom the case concerns."""
        self.offer("people", [Choice(str(one.person_id), f"{one.name}, {one.post}") for one in self.about.case.named])

    def said(self) -> dict[str, Any]:
        """Say what, to whom, how and in which words."""
        answers = self.cleaned_data
        news = StaffNews(answers["news"])
        words = {StaffNews.ANSWER: answers["answer_words"], StaffNews.OUTCOME: answers["outcome_words"]}
        return {
            "news": news,
            "people": [int(number) for number in answers["people"]],
            "words": words.get(news, ""),
            "support_told": TOLD in (answers["support"] or ()),
            "channel": Channel(answers["channel"]),
        }


def nobody_concerned(case: CasePage) -> Refused | None:
    """Why there is nobody to tell; nothing where the case concerns a member of staff."""
    if case.named:
        return None
    message = "No member of staff was asked, interviewed or named on this case, so there is nobody to tell."
    return Refused(code="nobody-concerned", message=message)


ACTS = (
    Act(
        name="tell_staff",
        title="Record what staff were told",
        button="Record it",
        done="It is on the file what they were told",
        action=tell_staff,
        form=TellingForm,
        asks=(
            "Staff whom a complaint concerns are told early and where they find support, see what the answer says about"
            " them before it goes, and hear how it ended."
        ),
        authority=AUTHORITY,
        pointless=nobody_concerned,
    ),
)
