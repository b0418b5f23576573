"""What is asked when somebody shows that they may speak for a patient, or is asked to show it?"""

from __future__ import annotations

from typing import Any, Final

from putright.casework.actions.ask_for_authority import ask_for_authority
from putright.casework.actions.record_authority import record_authority
from putright.domain.authority import SEEN_WORDS, SHOWN_WORDS, SeenAs, Shown
from putright.web.acts.act import Act, ActForm
from putright.web.acts.asked import LetterForm, check_file, file_field, files_of
from putright.web.forms import Choice, DateField, RadiosField, SelectField, TextareaField
from putright.web.wording import nhs_date

YES, NO = "yes", "no"
_LAW: Final = "SI 2009/309 reg 5(2) to (5)"
_HINTS: Final = {
    Shown.LASTING_POWER: "Registered with the Office of the Public Guardian. Each page of a certified copy is signed.",
    Shown.COURT_ORDER: "Look whether it has an end, and which decisions it is for.",
    Shown.WORDS: "Such as: a daughter who came every day. Enough for a relative; not for an attorney or an executor.",
}
_SHOWN: Final = tuple(Choice(shown, words, _HINTS.get(shown, "")) for shown, words in SHOWN_WORDS.items())
_SEEN: Final = tuple(Choice(seen, words) for seen, words in SEEN_WORDS.items())


class AskAuthorityForm(LetterForm):
    """What somebody is asked to show, and by when."""

    wanted = TextareaField(
        "What do you ask for?",
        required="Write what you ask for",
        hint="The letter says this in your words. Write it to the person.",
        rows=4,
        max_length=2_000,
    )
    not_enough = TextareaField(
        "If they showed something before: why is it not enough?",
        hint="The letter says this too. Leave it empty where nothing was shown.",
        rows=3,
        max_length=2_000,
    )
    reply_by = DateField("By which day do you hope for it?", name="The day of the answer", not_before_today=True)

    def first_answers(self) -> dict[str, Any]:
        """Begin with what goes with the part in which they speak."""
        return {**super().first_answers(), "wanted": self.about.case.speaker.wanted}

    def said(self) -> dict[str, Any]:
        """Say what is asked, and by when."""
        answers = self.cleaned_data
        return {**super().said(), **{name: answers[name] for name in ("wanted", "not_enough", "reply_by")}}


class AuthorityForm(ActForm):
    """What was seen, as what, and whether it is enough."""

    shown = RadiosField("What did you see?", _SHOWN, required="Choose what you saw")
    seen_as = RadiosField("As what did you see it?", _SEEN, required="Choose as what you saw it")
    enough = RadiosField(
        "Is it enough?",
        (
            Choice(YES, "Yes, they may speak for the patient"),
            Choice(NO, "No, something is missing", "Say below what is missing, and ask for it in a letter afterwards."),
        ),
        required="Choose whether it is enough",
    )
    words = TextareaField(
        "What does it say, and what is missing?",
        hint="Such as: names her as attorney, registered 4 March 2024. For the file; the person can ask to see it.",
        rows=4,
    )
    paper = SelectField("Is it among the papers of the case?", (), unchosen="No")
    file = file_field("Add a copy of it")
    on = DateField("When did you see it?", required="Enter the day on which you saw it", not_after_today=True)
    field_order = ("shown", "seen_as", "enough", "words", "paper", "file", "on")

    def fit(self) -> None:
        """Offer what came in; say what is wanted of somebody in this part."""
        came = [paper for paper in self.about.case.papers if paper.kind not in _OURS]
        self.offer("paper", [Choice(str(one.number), f"{one.title}, {nhs_date(one.made_at)}") for one in came])
        if self.about.case.speaker.shown_by:
            self.explain("shown", f"Wanted here: {self.about.case.speaker.shown_by}.")

    def clean(self) -> dict[str, Any] | None:
        """Look inside the file."""
        cleaned = super().clean()
        check_file(self)
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say what was seen, and what it comes to."""
        answers = self.cleaned_data
        return {
            "shown": Shown(answers["shown"]),
            "seen_as": SeenAs(answers["seen_as"]),
            "is_enough": answers["enough"] == YES,
            "words": answers["words"],
            "paper": int(answers["paper"]) if answers["paper"] else None,
            "files": files_of(self),
        }


# What we wrote ourselves shows nothing.
_OURS: Final = frozenset({"letter", "response-draft", "file-note", "evidence", "outcome-wanted", "issue"})

ACTS = (
    Act(
        name="ask_for_authority",
        title="Ask what shows that they may speak",
        button="See the letter",
        done="The letter that asks for it is ready",
        action=ask_for_authority,
        form=AskAuthorityForm,
        asks="The complaint goes on meanwhile. Only what is private about the patient waits until it was seen.",
        authority=_LAW,
        has_letter=True,
    ),
    Act(
        name="record_authority",
        title="Record what shows that they may speak",
        button="Record it",
        done="It is recorded what shows that they may speak",
        action=record_authority,
        form=AuthorityForm,
        asks=(
            "Whoever speaks for a patient who cannot decide, who is a child or who has died shows why they may. Look at"
            " it before anything private about the patient is told."
        ),
        authority=_LAW,
    ),
)
