"""Is each organisation that was told of a complaint told too when the patient agrees no more, or to less?

Friday 10 April 2026 is followed by a weekend; Monday 13 April is the next working day.
"""

from datetime import date
from typing import Any

import pytest

from putright.casework.actions.join_complaint import join_complaint
from putright.casework.actions.record_consent import Consent, record_consent
from putright.casework.actions.record_sharing import record_sharing
from putright.casework.actions.take_back_consent import take_back_consent
from putright.casework.actions.tell_body_to_stop import tell_body_to_stop
from putright.casework.actions.withdraw import withdraw
from putright.casework.consent_forms import open_form
from putright.casework.errors import ActionRefused
from putright.casework.other_bodies import BodyTold
from putright.casework.queries.case_page import case_page
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.consent import Ticked
from putright.domain.joint import JointPart
from tests.casework.offices import Office, Story, at
from tests.letters.reading import all_text, opened
from tests.web.public.consenting import a_story_for_gwen, codes_of_letter

pytestmark = pytest.mark.django_db

TUESDAY, FRIDAY, MONDAY = date(2026, 4, 7), date(2026, 4, 10), date(2026, 4, 13)
HOSPITAL = BodyTold(name="Exampleton General Hospital", address=("9 Hill Road", "Exampleton", "EX9 9ZZ"))
CODE = "not-in-the-register"
ALL = Ticked(information=frozenset({1, 2}), shared_with=frozenset({1, 2}))
SOME = Ticked(information=frozenset({1}), shared_with=frozenset({1, 2}))


@pytest.fixture
def story(commisceo: Office) -> Story:
    """A complaint for Gwen that is looked into together with the hospital."""
    story = a_story_for_gwen(commisceo)
    story.does(record_sharing, "mo", TUESDAY, body=CODE, agreed=True, words="Yes.")
    told = story.does(join_complaint, "mo", TUESDAY, other=HOSPITAL, part=JointPart.LEAD, why="You were with both.")
    story.posts("mo", TUESDAY, told)
    return story


@pytest.fixture
def form(story: Story) -> int:
    """The form by which Gwen agreed to all that was asked."""
    secret, _ = codes_of_letter(story, TUESDAY)
    story.does(record_consent, "mo", TUESDAY, answer=Consent.GIVEN, ticked=ALL)
    return open_form(secret, visitor="1.2.3.4", on=TUESDAY, now=at(TUESDAY))


def owed(story: Story) -> list[tuple[str, date | None]]:
    rows = story.case.duties.filter(procedure="consent-shared").exclude(state="not-started")
    return list(rows.values_list("state", "due_on"))


def takes_back(story: Story, form: int) -> None:
    take_back_consent(form=form, words="", on=FRIDAY, now=at(FRIDAY), means=story.office.means)


def tells(story: Story, **said: Any) -> Any:
    return story.does(tell_body_to_stop, "mo", FRIDAY, **{"body": CODE, **said})


def printed(story: Story, done: Any) -> str:
    kept = story.case.documents.get(number=done.letter).file_id or ""
    return " ".join(all_text(opened(story.office.means.files.read(kept))).split())


def test_what_the_patient_takes_back_by_their_link_is_told_by_the_next_working_day(story: Story, form: int) -> None:
    assert owed(story) == []
    takes_back(story, form)

    entry = story.case.events.latest("number")
    assert (entry.event, entry.facts) == ("sharing_to_stop", {"body": CODE, "change": "ended"})
    assert owed(story) == [("open", MONDAY)]
    page = case_page(story.office.actor("mo", FRIDAY), story.reference, FRIDAY, now=at(FRIDAY))
    assert [(one.name, one.change) for one in page.intake.to_stop] == [("Exampleton General Hospital", "ended")]
    assert "tell_body_to_stop" in [choice.action for choice in page.choices if choice.meets]

    done = tells(story)
    letter = printed(story, done)
    assert "does not agree that private things about them are used for this complaint" in letter
    assert "Exampleton General Hospital 9 Hill Road" in letter
    assert owed(story) == [("open", MONDAY)]
    story.posts("mo", MONDAY, done)

    assert owed(story) == [("met", MONDAY)]
    assert story.case.events.get(event="sharing_stopped").about == entry.number
    assert verify(story.office.means).misfits == ()


def test_what_covers_less_by_now_says_what_may_still_be_used(story: Story, form: int) -> None:
    story.does(record_consent, "mo", FRIDAY, answer=Consent.GIVEN, ticked=SOME)
    with pytest.raises(ActionRefused) as refused:
        tells(story)
    assert refused.value.refusal.code == "nothing-written"

    done = tells(story, may_still=("what your notes say about that day",), body_channel=Channel.EMAIL)

    assert "Only this may be used: • what your notes say about that day" in printed(story, done)
    assert owed(story) == [("met", MONDAY)]


def test_who_was_told_before_hears_it_though_the_patient_never_agreed(story: Story) -> None:
    story.does(record_consent, "mo", FRIDAY, answer=Consent.REFUSED, scope="She rang.")

    assert owed(story) == [("open", MONDAY)]


def test_whoever_agrees_again_lets_it_go_on(story: Story, form: int) -> None:
    takes_back(story, form)
    story.does(record_consent, "mo", FRIDAY, answer=Consent.GIVEN, scope="She rang: it goes on.")

    assert owed(story) == [("met", MONDAY)]
    with pytest.raises(ActionRefused) as refused:
        tells(story)
    assert refused.value.refusal.code == "nobody-to-tell"


def test_only_whoever_is_still_to_be_told_is_told_and_once(story: Story, form: int) -> None:
    takes_back(story, form)
    with pytest.raises(ActionRefused) as another:
        tells(story, body="nw-london-icb")
    tells(story)
    with pytest.raises(ActionRefused) as twice:
        tells(story)

    assert (another.value.refusal.code, twice.value.refusal.code) == ("no-such-body", "already-queued")


def test_it_is_owed_whatever_becomes_of_the_case(story: Story, form: int) -> None:
    takes_back(story, form)
    story.does(withdraw, "mo", FRIDAY, channel=Channel.TELEPHONE, patient_agrees=True)

    assert owed(story) == [("open", MONDAY)]
    tells(story, body_channel=Channel.EMAIL)
    assert owed(story) == [("met", MONDAY)]


def test_a_complaint_that_nobody_else_was_told_of_owes_nothing(commisceo: Office) -> None:
    alone = a_story_for_gwen(commisceo)
    alone.does(record_consent, "mo", TUESDAY, answer=Consent.REFUSED, scope="She rang.")

    assert owed(alone) == []
