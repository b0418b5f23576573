"""Is what is not taken up decided as the law says, told in writing with reasons, and can it be taken back?

Thursday 2 April 2026 is the day before Good Friday; Tuesday 7 April follows Easter Monday.
"""

from datetime import date

import pytest

from putright.casework.actions.close_case import close_case
from putright.casework.actions.decide_lateness import decide_lateness
from putright.casework.actions.exclude_issues import exclude_issues
from putright.casework.actions.post_letter import post_letter
from putright.casework.actions.record_consent import Consent, record_consent
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.refuse_representative import refuse_representative
from putright.casework.actions.settle import settle
from putright.casework.actions.take_back_exclusion import take_back_exclusion
from putright.casework.errors import ActionRefused
from putright.casework.queries.case_page import CasePage, case_page
from putright.casework.said import IssueSaid, PersonSaid
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.issues import Outcome, Subject
from putright.domain.refusing import Unaccepted
from putright.domain.scope import Ground
from putright.domain.standing import Basis
from putright.records.models import Document, Event, Issue, OutboxLetter
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story, at
from tests.letters.reading import all_text, opened

TUESDAY, WEDNESDAY, FRIDAY = date(2026, 4, 7), date(2026, 4, 8), date(2026, 4, 10)
TWO = (
    IssueSaid(subject=Subject.VALUES, words="I was spoken to rudely."),
    IssueSaid(subject=Subject.WAITING_TIMES, words="I waited three hours."),
)
BEFORE = {"ground": Ground.INVESTIGATED_BEFORE, "reasons": "We answered this in 2025."}


def page(story: Story, on: date) -> CasePage:
    return case_page(story.office.actor("mo", on), story.reference, on, now=at(on))


def owed(story: Story, on: date) -> set[str]:
    return {one.duty.step for one in page(story, on).to_do}


def posted(story: Story, name: str, on: date) -> None:
    letter = OutboxLetter.objects.get(case=story.case, name=name, state="queued")
    story.does(post_letter, "mo", on, letter=letter.document.number)


def text_of(story: Story, name: str) -> str:
    paper = Document.objects.filter(letter__case=story.case, letter__name=name).latest("number")
    return " ".join(all_text(opened(story.office.means.files.read(paper.stored_as or ""))).split())


def refusal(story: Story, action: object, **said: object) -> tuple[str, str]:
    with pytest.raises(ActionRefused) as refused:
        story.does(action, "mo", WEDNESDAY, **said)
    return refused.value.refusal.code, refused.value.refusal.authority


class TestOneIssueOfTwo:
    @pytest.fixture
    def story(self, commisceo: Office) -> Story:
        story = a_story(commisceo, issues=TWO)
        story.does(exclude_issues, "mo", TUESDAY, issues=(2,), **BEFORE)
        return story

    def test_is_left_out_and_the_rest_goes_on_and_is_answered(self, story: Story) -> None:
        assert {"acknowledge", "respond"} <= owed(story, TUESDAY)
        assert [issue.exclusion for issue in page(story, TUESDAY).issues] == [
            "",
            "the same matter has been investigated before",
        ]

    def test_owes_a_letter_with_the_reasons_until_it_has_gone(self, story: Story) -> None:
        assert "explain-exclusion" in owed(story, TUESDAY)

        posted(story, "exclusion-notice", WEDNESDAY)

        assert "explain-exclusion" not in owed(story, WEDNESDAY)
        text = text_of(story, "exclusion-notice")
        for part in (
            "Waiting times",
            "We answered this in 2025.",
            "Behaviour and attitude of staff",
            "you can go to the Ombudsman",
        ):
            assert part in text, part

    def test_gets_no_outcome(self, story: Story) -> None:
        code, _ = refusal(
            story,
            record_outcome,
            issue=2,
            outcome=Outcome.UPHELD,
            conclusion="It was long.",
            remedy_needed=False,
        )

        assert code == "issue-excluded"

    def test_leaves_an_answer_owed_for_the_rest(self, story: Story) -> None:
        posted(story, "exclusion-notice", WEDNESDAY)

        assert refusal(story, close_case) == ("not-answered", "SI 2009/309 reg 14(2)")


class TestEveryIssue:
    def test_left_out_leaves_no_response_owed_and_the_case_is_closed_once_the_letter_has_gone(
        self, commisceo: Office
    ) -> None:
        story = a_story(commisceo, issues=TWO)
        story.does(exclude_issues, "mo", TUESDAY, issues=(1, 2), **BEFORE)

        assert {one.duty.step for one in page(story, TUESDAY).to_do if one.duty.procedure == "england-2009"} == {
            "explain-exclusion"
        }
        assert refusal(story, close_case)[0] == "letter-waiting"

        posted(story, "exclusion-notice", WEDNESDAY)
        story.does(close_case, "mo", WEDNESDAY)

        assert "So we will not look into your complaint any more." in text_of(story, "exclusion-notice")
        assert page(story, WEDNESDAY).to_do == ()
        assert verify(commisceo.means).misfits == ()

    def test_one_after_the_other_comes_to_the_same(self, commisceo: Office) -> None:
        story = a_story(commisceo, issues=TWO)
        story.does(exclude_issues, "mo", TUESDAY, issues=(1,), channel=Channel.IN_PERSON, **BEFORE)
        assert "respond" in owed(story, TUESDAY)
        story.does(exclude_issues, "mo", WEDNESDAY, issues=(2,), channel=Channel.IN_PERSON, **BEFORE)

        assert "respond" not in owed(story, WEDNESDAY)
        assert Event.objects.filter(case=story.case, event="excluded", issue=None).count() == 1


class TestWhatWasSettledAtOnce:
    """Regulation 8(1)(c): spoken, settled, and the person satisfied by the next working day, here Tuesday 7 April."""

    SAID = {"issues": (1,), "ground": Ground.SETTLED_AT_ONCE, "reasons": "It was put right at the desk."}

    @pytest.mark.parametrize(
        ("channel", "settled_on", "may"),
        [
            (Channel.TELEPHONE, TUESDAY, True),
            (Channel.IN_PERSON, MAUNDY_THURSDAY, True),
            (Channel.TELEPHONE, WEDNESDAY, False),
            (Channel.EMAIL, MAUNDY_THURSDAY, False),
            (Channel.TELEPHONE, None, False),
        ],
    )
    def test_needs_all_three(self, commisceo: Office, channel: Channel, settled_on: date | None, may: bool) -> None:
        story = a_story(commisceo, channel=channel)
        if settled_on is not None:
            story.does(settle, "mo", settled_on, satisfied=True)
        if may:
            story.does(exclude_issues, "mo", WEDNESDAY, **self.SAID)
        else:
            assert refusal(story, exclude_issues, **self.SAID) == ("not-settled-at-once", "SI 2009/309 reg 8(1)(c)")

    def test_is_not_so_if_the_person_is_not_satisfied(self, commisceo: Office) -> None:
        story = a_story(commisceo, channel=Channel.TELEPHONE)
        story.does(settle, "mo", TUESDAY, satisfied=False)

        assert refusal(story, exclude_issues, **self.SAID)[0] == "not-settled-at-once"


class TestTakenBack:
    def test_brings_every_date_back_as_if_it_had_never_been_left_out(self, commisceo: Office) -> None:
        story = a_story(commisceo, issues=TWO)
        before = {one.duty.id: one.duty.due_on for one in page(story, TUESDAY).to_do}
        story.does(exclude_issues, "mo", TUESDAY, issues=(1, 2), channel=Channel.IN_PERSON, **BEFORE)
        story.does(take_back_exclusion, "mo", WEDNESDAY, issue=1, reasons="That answer was about another day.")
        after = {one.duty.id: one.duty.due_on for one in page(story, WEDNESDAY).to_do}

        assert before.items() <= after.items()
        assert [issue.exclusion for issue in Issue.objects.filter(case=story.case).order_by("number")] == [
            "",
            "investigated-before",
        ]
        assert verify(commisceo.means).misfits == ()

    def test_tells_the_person_who_had_been_told(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        story.does(exclude_issues, "mo", TUESDAY, issues=(1,), channel=Channel.IN_PERSON, **BEFORE)
        done = story.does(take_back_exclusion, "mo", WEDNESDAY, issue=1, reasons="That was about another day.")

        assert done.letter is not None
        text = text_of(story, "exclusion-taken-back")
        assert "We were wrong, and we are sorry." in text
        assert "until 1 October 2026" in text

    def test_writes_nothing_to_somebody_who_had_not(self, commisceo: Office) -> None:
        from putright.casework.actions.cancel_letter import cancel_letter

        story = a_story(commisceo)
        done = story.does(exclude_issues, "mo", TUESDAY, issues=(1,), **BEFORE)
        story.does(cancel_letter, "mo", TUESDAY, letter=done.letter)
        back = story.does(take_back_exclusion, "mo", WEDNESDAY, issue=1, reasons="That was about another day.")

        assert back.letter is None
        assert "explain-exclusion" not in owed(story, WEDNESDAY)


class TestARepresentative:
    def complains_for(self, office: Office, basis: Basis) -> Story:
        born = date(2015, 3, 9) if basis is Basis.CHILD else date(1951, 3, 9)
        return a_story(office, basis=basis, patient=PersonSaid(name="Rosa Quill", born_on=born))

    @pytest.mark.parametrize(
        ("basis", "ground", "code"),
        [
            (Basis.CHILD, Unaccepted.NO_REASONABLE_GROUNDS, None),
            (Basis.CHILD, Unaccepted.NOT_BEST_INTERESTS, None),
            (Basis.LACKS_CAPACITY, Unaccepted.NOT_BEST_INTERESTS, None),
            (Basis.LACKS_CAPACITY, Unaccepted.NO_REASONABLE_GROUNDS, "no-such-ground"),
            (Basis.REQUESTED, Unaccepted.NOT_BEST_INTERESTS, "no-such-ground"),
            (Basis.REQUESTED, Unaccepted.NOT_ASKED_BY_THE_PATIENT, "patient-has-not-refused"),
            (Basis.DECEASED, Unaccepted.NOT_BEST_INTERESTS, "no-such-ground"),
            (Basis.AFFECTED, Unaccepted.NOT_BEST_INTERESTS, "not-a-representative"),
        ],
    )
    def test_is_not_accepted_on_the_grounds_of_the_law_alone(
        self, commisceo: Office, basis: Basis, ground: Unaccepted, code: str | None
    ) -> None:
        story = self.complains_for(commisceo, basis)
        said = {"ground": ground, "reasons": "We spoke to everybody."}
        if code is None:
            story.does(refuse_representative, "mo", WEDNESDAY, **said)
            assert "representative_refused" in [event for event, _ in story.events()]
        else:
            assert refusal(story, refuse_representative, **said)[0] == code

    def test_is_told_in_writing_and_then_the_case_can_be_closed(self, commisceo: Office) -> None:
        story = self.complains_for(commisceo, Basis.REQUESTED)
        story.does(record_consent, "mo", TUESDAY, answer=Consent.REFUSED, scope="She said no on the telephone.")
        story.does(
            refuse_representative,
            "mo",
            WEDNESDAY,
            ground=Unaccepted.NOT_ASKED_BY_THE_PATIENT,
            reasons="Mrs Quill told us that she does not want this.",
        )

        assert "explain-refusal" in owed(story, WEDNESDAY)
        assert "respond" not in owed(story, WEDNESDAY)
        posted(story, "representative-refused", FRIDAY)
        assert "explain-refusal" not in owed(story, FRIDAY)
        text = text_of(story, "representative-refused")
        assert "Rosa Quill can make this complaint" in text
        assert "Mrs Quill told us that she does not want this." in text
        story.does(close_case, "mo", FRIDAY)

    def test_is_not_refused_twice(self, commisceo: Office) -> None:
        story = self.complains_for(commisceo, Basis.CHILD)
        said = {"ground": Unaccepted.NOT_BEST_INTERESTS, "reasons": "We spoke to everybody."}
        story.does(refuse_representative, "mo", TUESDAY, **said)

        assert refusal(story, refuse_representative, **said)[0] == "already-refused"


class TestALateComplaint:
    @pytest.fixture
    def story(self, commisceo: Office) -> Story:
        return a_story(commisceo, occurred_on=date(2025, 3, 1), known_on=date(2025, 3, 1))

    @pytest.mark.parametrize(
        ("good_reasons", "still_possible", "accepted"),
        [(True, True, True), (True, False, False), (False, True, False), (False, False, False)],
    )
    def test_is_taken_up_only_if_both_answers_are_yes(
        self, story: Story, good_reasons: bool, still_possible: bool, accepted: bool
    ) -> None:
        done = story.does(
            decide_lateness,
            "mo",
            TUESDAY,
            good_reasons=good_reasons,
            still_possible=still_possible,
            reasons="We looked at both.",
        )
        decided = story.case.events.get(event="lateness_decided").facts

        assert decided == {"accepted": accepted, "good_reasons": good_reasons, "still_possible": still_possible}
        assert ("respond" in owed(story, TUESDAY)) is accepted
        assert (done.letter is None) is accepted

    def test_that_is_not_taken_up_is_explained_on_what_was_found_wanting(self, story: Story) -> None:
        story.does(
            decide_lateness, "mo", TUESDAY, good_reasons=True, still_possible=False, reasons="The notes are gone."
        )
        posted(story, "late-complaint", WEDNESDAY)
        text = text_of(story, "late-complaint")

        assert "For your complaint that year ended on 1 March 2026." in text
        assert "We do not think that we can still look into it well and fairly." in text
        assert "We did not find good reasons" not in text
        assert story.events()[-1] == ("lateness_explained", WEDNESDAY)
        story.does(close_case, "mo", WEDNESDAY)
