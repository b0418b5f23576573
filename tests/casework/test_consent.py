"""Is a patient asked for consent, and does what they answer count, whichever way it comes: by link, paper or word?"""

import re
from datetime import date, timedelta
from typing import Any

import pytest

from putright.casework.actions.answer_consent import answer_consent
from putright.casework.actions.cancel_letter import cancel_letter
from putright.casework.actions.correct_entry import correct_entry
from putright.casework.actions.record_consent import Consent, record_consent
from putright.casework.actions.record_death import record_death
from putright.casework.actions.record_patient_talk import record_patient_talk
from putright.casework.actions.request_consent import request_consent
from putright.casework.actions.send_by_email import send_by_email
from putright.casework.actions.take_back_consent import take_back_consent
from putright.casework.actions.tell_consent_answer import tell_consent_answer
from putright.casework.consent_forms import open_form
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.open_link import MOST_WRONG
from putright.casework.queries.consent_shown import ConsentPage, case_of_form, consent_page, form_sent
from putright.casework.queries.follow import page_shown
from putright.casework.said import PersonSaid
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.consent import ConsentAnswer, Ticked
from putright.domain.deaths import Who
from putright.domain.standing import Basis
from putright.records.models import AskedConsent, ReadLog
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story, at
from tests.letters.reading import all_text, opened

pytestmark = pytest.mark.django_db

# 2026: Good Friday is 3 April, Easter Monday 6 April.
TUESDAY = date(2026, 4, 7)
ANSWERED = date(2026, 4, 14)  # a Tuesday
TELL_BY = date(2026, 4, 17)  # three working days after it
TALK_BY = date(2026, 4, 15)  # one
GWEN = PersonSaid(name="Gwen Example", address=("3 Sample Road",), email="gwen@example.org", born_on=date(1958, 5, 1))
ASKED: dict[str, Any] = {
    "about": "How long you waited on 16 March.",
    "information": ("what your notes say about that day", "your blood tests"),
    "shared_with": ("Pat Example", "Example Hospital"),
}
ALL = Ticked(information=frozenset({1, 2}), shared_with=frozenset({1, 2}))
SOME = Ticked(information=frozenset({1}), shared_with=frozenset({1}))


class Letter:
    """The letter that went to the patient: what is printed in it."""

    def __init__(self, story: Story, **said: Any) -> None:
        self.done = story.does(request_consent, "mo", TUESDAY, **{**ASKED, **said})
        self.paper = story.case.documents.get(number=self.done.letter)
        printed = " ".join(all_text(opened(story.office.means.files.read(self.paper.file_id or ""))).split())
        self.secret = re.search(r"Your code: ([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})", printed)[1]  # type: ignore[index]
        self.code = re.search(r"The code of this form: ([0-9A-Z-]{14}) ", printed)[1]  # type: ignore[index]


@pytest.fixture
def story(commisceo: Office) -> Story:
    return a_story(commisceo, basis=Basis.REQUESTED, patient=GWEN)


def opened_by(story: Story, letter: Letter, on: date = ANSWERED) -> int:
    return open_form(letter.secret, visitor="1.2.3.4", on=on, now=at(on))


def answers(story: Story, form: int, answer: ConsentAnswer, *, on: date = ANSWERED, **said: Any) -> None:
    plain: dict[str, Any] = {"ticked": Ticked(), "name": "Gwen Example"}
    answer_consent(form=form, answer=answer, on=on, now=at(on, 9), means=story.office.means, **{**plain, **said})


def asked_and(story: Story, answer: ConsentAnswer, **said: Any) -> int:
    form = opened_by(story, Letter(story))
    answers(story, form, answer, **said)
    return form


def sees(form: int, on: date = ANSWERED) -> ConsentPage:
    return consent_page(form, on, now=at(on))


def owed(story: Story) -> dict[str, tuple[str, date | None]]:
    rows = story.case.duties.filter(procedure__in=("consent", "patient-unaware")).exclude(state="not-started")
    return {row.step: (row.state, row.due_on) for row in rows}


def last_of(story: Story) -> tuple[str, dict[str, Any], int | None]:
    row = story.case.events.order_by("-number")[0]
    return row.event, row.facts, row.by_id


def words(story: Story) -> list[str | None]:
    return list(story.case.documents.filter(kind="consent").order_by("number").values_list("text", flat=True))


def code_of(raised: pytest.ExceptionInfo[ActionRefused]) -> str:
    return raised.value.refusal.code


class TestThePatientsAnswer:
    def test_to_all_of_it_is_consent_in_their_own_name_and_told_to_whoever_complains(self, story: Story) -> None:
        form = asked_and(story, ConsentAnswer.WHOLE, words="Please hurry.")

        assert last_of(story) == ("consent_given", {"channel": "online", "extent": "whole"}, None)
        assert words(story) == [
            "May be told:\n- what your notes say about that day\n- your blood tests\n\n"
            "To:\n- Pat Example\n- Example Hospital\n\n"
            "Answered on the web, by the link of the letter, as: Gwen Example",
            "Please hurry.",
        ]
        page = page_shown(story.case, ANSWERED)
        assert (page.consent, page.happened[-1].words) == ("whole", "The patient gave permission.")
        assert (sees(form).ticked, sees(form).can_answer, sees(form).can_take_back) == (ALL, False, True)
        assert owed(story) == {}
        assert verify(story.office.means).misfits == ()

    def test_to_part_of_it_says_what_was_not_agreed_to(self, story: Story) -> None:
        form = asked_and(story, ConsentAnswer.PART, ticked=SOME)

        assert last_of(story)[1] == {"channel": "online", "extent": "part"}
        assert "Asked, and not agreed to:\n- your blood tests\n- telling Example Hospital" in str(words(story)[0])
        assert (sees(form).ticked, page_shown(story.case, ANSWERED).consent) == (SOME, "part")

    def test_with_every_box_ticked_is_to_all_of_it(self, story: Story) -> None:
        asked_and(story, ConsentAnswer.PART, ticked=ALL)

        assert last_of(story)[1]["extent"] == "whole"

    def test_no_is_told_in_three_working_days_without_a_word_of_theirs(self, story: Story) -> None:
        asked_and(story, ConsentAnswer.NO, words="He only wants my money.")
        assert (last_of(story)[0], owed(story)) == (
            "consent_refused",
            {"tell-consent-refused": ("open", TELL_BY)},
        )

        story.posts("mo", ANSWERED, story.does(tell_consent_answer, "mo", ANSWERED))
        assert owed(story)["tell-consent-refused"] == ("met", TELL_BY)
        letter = story.case.documents.filter(kind="letter").order_by("-number")[0]
        printed = all_text(opened(story.office.means.files.read(letter.file_id or "")))
        assert "they told us that they do not agree" in " ".join(printed.split())
        assert "money" not in printed
        told = [happened.words for happened in page_shown(story.case, ANSWERED).happened]
        assert told[-2:] == ["The patient did not give permission.", "We wrote to you what that changes."]

    def test_is_given_once_and_can_only_be_taken_back_then(self, story: Story) -> None:
        form = asked_and(story, ConsentAnswer.WHOLE)
        with pytest.raises(ActionRefused) as refused:
            answers(story, form, ConsentAnswer.NO)
        assert code_of(refused) == "already-answered"

        said: dict[str, Any] = {"form": form, "words": "", "on": ANSWERED, "now": at(ANSWERED)}
        take_back_consent(**said, means=story.office.means)
        assert (last_of(story)[0], owed(story)) == (
            "consent_withdrawn",
            {"tell-consent-withdrawn": ("open", TELL_BY)},
        )
        assert (sees(form).can_take_back, page_shown(story.case, ANSWERED).consent) == (False, "taken-back")
        with pytest.raises(ActionRefused) as refused:
            take_back_consent(**said, means=story.office.means)
        assert code_of(refused) == "nothing-to-take-back"

    @pytest.mark.parametrize(
        ("said", "code"),
        [
            ({"name": " "}, "no-name"),
            ({"ticked": Ticked(information=frozenset({1}))}, "nothing-ticked"),
            ({"ticked": Ticked(information=frozenset({3}), shared_with=frozenset({1}))}, "not-asked"),
        ],
    )
    def test_is_refused_where_it_cannot_be_meant(self, story: Story, said: dict[str, Any], code: str) -> None:
        with pytest.raises(ActionRefused) as refused:
            asked_and(story, ConsentAnswer.PART, **{"ticked": SOME, **said})

        assert (code_of(refused), AskedConsent.objects.get().state, words(story)) == (code, "waiting", [])


class TestAPatientWhoDidNotKnow:
    def test_is_spoken_with_alone_by_the_next_working_day_and_nobody_is_told(self, story: Story) -> None:
        asked_and(story, ConsentAnswer.UNAWARE, words="Who is Pat?")
        assert owed(story) == {"speak-with-patient": ("open", TALK_BY)}
        page = page_shown(story.case, ANSWERED)
        assert (page.has_consent, page.consent) == (False, None)  # the letter to the patient has not been posted here
        assert not any("patient" in promised.promise for promised in page.next)
        assert page.happened[-1].words == "We received your complaint."

        talk: dict[str, Any] = {"words": "She is safe, and wants no complaint."}
        with pytest.raises(ActionRefused) as refused:
            story.does(record_patient_talk, "mo", ANSWERED, was_alone=False, **talk)
        assert code_of(refused) == "not-alone"
        story.does(record_patient_talk, "mo", ANSWERED, was_alone=True, **talk)
        assert owed(story) == {"speak-with-patient": ("met", TALK_BY)}
        with pytest.raises(ActionRefused) as refused:
            story.does(record_patient_talk, "mo", ANSWERED, was_alone=True, **talk)
        assert code_of(refused) == "nobody-unaware"


class TestTheLink:
    def test_opens_however_it_is_typed_and_the_look_is_kept(self, story: Story) -> None:
        letter = Letter(story)
        typed = letter.secret.lower().replace("-", " ").replace("0", "o").replace("1", "l")
        form = open_form(f" {typed} ", visitor="1.2.3.4", on=ANSWERED, now=at(ANSWERED))

        assert sees(form).asked.information == ASKED["information"]
        assert ReadLog.objects.get(what="consent").person is None
        assert letter.secret.replace("-", "") not in str(AskedConsent.objects.values().get())

    def test_that_there_never_was_is_counted_against_its_visitor(self, story: Story) -> None:
        Letter(story)
        for _ in range(MOST_WRONG):
            with pytest.raises(NotFound):
                open_form("AAAA-AAAA-AAAA-AAAA", visitor="1.2.3.4", on=ANSWERED, now=at(ANSWERED))
        with pytest.raises(ActionRefused) as refused:
            open_form("AAAA-AAAA-AAAA-AAAA", visitor="1.2.3.4", on=ANSWERED, now=at(ANSWERED))
        assert code_of(refused) == "too-many-tries"

    def test_of_a_later_letter_ends_the_one_before(self, story: Story) -> None:
        first = Letter(story)
        story.posts("mo", TUESDAY, first.done)
        second = Letter(story)
        with pytest.raises(ActionRefused) as refused:
            opened_by(story, first)

        assert (code_of(refused), second.code == first.code) == ("link-ended", False)
        assert sees(opened_by(story, second)).can_answer

    def test_says_yes_for_three_months_and_no_longer(self, story: Story) -> None:
        letter = Letter(story)
        last = TUESDAY + timedelta(days=92)
        assert sees(opened_by(story, letter, last), last).can_answer
        with pytest.raises(ActionRefused):
            opened_by(story, letter, last + timedelta(days=1))

    def test_opens_nothing_where_the_letter_was_put_aside(self, story: Story) -> None:
        letter = Letter(story)
        story.does(cancel_letter, "mo", TUESDAY, letter=letter.done.letter)
        with pytest.raises(ActionRefused) as refused:
            opened_by(story, letter)

        assert (code_of(refused), form_sent(story.office.actor("mo"), story.reference)) == ("link-ended", None)

    def test_opens_nothing_of_a_patient_who_has_died(self, story: Story) -> None:
        letter = Letter(story)
        story.does(record_death, "mo", TUESDAY, died=Who.PATIENT, words="Her son rang.")
        with pytest.raises(ActionRefused) as refused:
            opened_by(story, letter)
        assert code_of(refused) == "link-ended"

    def test_goes_to_no_address_that_the_other_reads(self, commisceo: Office) -> None:
        both = PersonSaid(name="Pat Example", address=("2 Sample Road",), email="Gwen@example.org")
        story = a_story(commisceo, basis=Basis.REQUESTED, patient=GWEN, complainant=both)
        with pytest.raises(ActionRefused) as refused:
            story.does(request_consent, "mo", TUESDAY, **ASKED, channel=Channel.EMAIL)
        assert code_of(refused) == "shared-address"
        by_post = story.does(request_consent, "mo", TUESDAY, **ASKED)
        with pytest.raises(ActionRefused) as refused:
            story.does(send_by_email, "mo", TUESDAY, letter=by_post.letter)
        assert code_of(refused) == "shared-address"

    def test_to_one_home_asks_for_a_call_as_well(self, commisceo: Office) -> None:
        there = PersonSaid(name="Gwen Example", address=("2 Sample Road", "Exampleton", "EX1 1EX"))
        story = a_story(commisceo, basis=Basis.REQUESTED, patient=there)

        assert "ring or see the patient" in Letter(story).done.then


class TestTheFormOnPaper:
    def test_is_recorded_box_by_box_and_closes_the_link(self, story: Story) -> None:
        letter = Letter(story)
        story.does(record_consent, "mo", ANSWERED, answer=Consent.GIVEN, ticked=SOME, scope="Signed on the form.")

        assert last_of(story)[:2] == ("consent_given", {"channel": "letter", "extent": "part"})
        page = sees(opened_by(story, letter))
        assert (page.can_answer, page.can_take_back, page.ticked) == (False, True, SOME)

    def test_needs_a_form_that_was_sent(self, story: Story) -> None:
        with pytest.raises(ActionRefused) as refused:
            story.does(record_consent, "mo", ANSWERED, answer=Consent.GIVEN, ticked=SOME)
        assert code_of(refused) == "not-asked"

    def test_is_found_by_its_code_by_those_who_may_see_the_case(self, story: Story) -> None:
        letter = Letter(story)
        typed = f" {letter.code.lower()} "

        assert case_of_form(story.office.actor("mo"), typed) == story.reference
        assert case_of_form(story.office.actor("sam"), typed) is None
        assert case_of_form(story.office.actor("mo"), story.reference) is None

    def test_waits_again_where_the_answer_was_entered_by_mistake(self, story: Story) -> None:
        letter = Letter(story)
        story.does(record_consent, "mo", ANSWERED, answer=Consent.GIVEN, ticked=SOME)
        story.does(correct_entry, "mo", ANSWERED, entry=story.case.chain_count, reason="It was another Gwen's form.")

        page = sees(opened_by(story, letter))
        assert (page.can_answer, page.ticked, page.answered_on) == (True, Ticked(), None)

    def test_that_says_no_by_telephone_is_owed_a_letter_too(self, story: Story) -> None:
        Letter(story)
        story.does(record_consent, "mo", ANSWERED, answer=Consent.REFUSED, scope="No.", channel=Channel.TELEPHONE)

        assert (owed(story), AskedConsent.objects.get().state) == (
            {"tell-consent-refused": ("open", TELL_BY)},
            "refused",
        )


def test_nothing_is_to_be_told_where_the_patient_has_not_said_no(story: Story) -> None:
    with pytest.raises(ActionRefused) as refused:
        story.does(tell_consent_answer, "mo", MAUNDY_THURSDAY)
    assert code_of(refused) == "nothing-to-tell"
