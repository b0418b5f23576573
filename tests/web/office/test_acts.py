"""Does the page of an action ask what it should, keep what was typed, and refuse with the reason?"""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from putright.casework.actions.add_file_note import add_file_note
from putright.casework.actions.adopt_procedure import adopt_procedure
from putright.casework.actions.name_staff import name_staff
from putright.casework.adoption import Adoption
from putright.casework.queries.what_can_be_done import CHOICES
from putright.casework.said import PersonSaid
from putright.domain.channels import Channel
from putright.domain.standing import Basis
from putright.gateways.procedure_files import read_file
from putright.records.models import Document, FollowLink
from putright.web.acts.every import ACTS, GROUPS
from putright.web.forms.page_form import REMOVE_FILE
from tests.casework.offices import MAUNDY_THURSDAY, a_story, at
from tests.web.office.desk import Desk, filled, it_is
from tests.web.reading import read

PDF = b"%PDF-1.7 made up"


@pytest.fixture
def story(office):
    """A complaint to Commisceo by letter of Thursday 2 April 2026."""
    return a_story(office)


@pytest.fixture
def mo(signed_in, office, story):
    """The service manager at their desk."""
    return Desk(signed_in(office, "mo"), story.reference)


class TestEveryAction:
    def test_that_can_be_chosen_has_a_page_and_a_group(self):
        grouped = {act.name for _, acts in GROUPS for act in acts}

        assert {choice.action for choice in CHOICES} <= {act.name for act in ACTS.values()}
        assert {choice.action for choice in CHOICES} <= grouped

    def test_asks_nothing_under_the_name_of_a_button(self):
        """The letter that is read first sends the answers again with a button: `step` says which was pressed."""
        taken = {act.name: sorted({"step", REMOVE_FILE} & act.form.base_fields.keys()) for act in ACTS.values()}

        assert {name: boxes for name, boxes in taken.items() if boxes} == {}

    def test_has_a_title_one_heading_a_way_back_and_labels(self, mo, story):
        shown = f"{story.reference[:4]}-{story.reference[4:]}"
        for address, act in ACTS.items():
            response = mo.client.get(mo.address(address))
            page = read(response)

            assert response.status_code in (200, 422), address
            assert [heading.endswith(act.title) for heading in page.headings] == [True], address
            assert shown in page.title, address
            assert page.links["Back to the case"] == f"/cases/{story.reference}", address
            for box in page.tree.xpath("//main//input[not(@type='hidden')] | //main//textarea | //main//select"):
                assert page.tree.xpath(f"//label[@for='{box.get('id')}']"), (address, box.get("name"))

    def test_is_not_there_for_another_bodys_case(self, signed_in, neighbour, story):
        client = signed_in(neighbour, "mo")
        found = [address for address in ACTS if client.get(f"/cases/{story.reference}/{address}").status_code != 404]

        assert found == []

    def test_that_does_not_exist_is_not_there(self, mo):
        assert mo.client.get(mo.address("delete-everything")).status_code == 404

    def test_can_be_sent_only_with_the_token_of_our_own_page(self, signed_in, office, story):
        client = signed_in(office, "mo")
        client.handler.enforce_csrf_checks = True

        assert client.post(f"/cases/{story.reference}/register", {"version": "1"}).status_code == 403
        assert ("registered", MAUNDY_THURSDAY) not in story.events()


class TestTheQuestion:
    def test_says_what_is_asked_and_by_when(self, mo):
        main = mo.opens("acknowledge").main

        assert "offers to discuss how the complaint will be handled" in main
        assert "SI 2009/309 reg 13(3) and (7)" in main
        assert "The law, SI 2009/309 reg 13(3): Thursday 9 April 2026 (this date binds)" in main

    def test_begins_with_today(self, mo):
        form = filled(mo.opens("register"))

        assert (form["on-day"], form["on-month"], form["on-year"]) == ("2", "4", "2026")

    def test_offers_email_only_where_the_person_has_agreed(self, office, signed_in, mo):
        assert "email" not in mo.opens("acknowledge").tree.xpath("//input[@name='channel']/@value")

        willing = PersonSaid(
            name="Pat Example", address=("2 Sample Road",), email="pat@example.org", agrees_to_email=True
        )
        desk = Desk(signed_in(office, "mo"), a_story(office, complainant=willing).reference)
        assert "email" in desk.opens("acknowledge").tree.xpath("//input[@name='channel']/@value")

    def test_lists_the_mistakes_and_keeps_what_was_typed(self, mo):
        mo.does("acknowledge", channel="telephone")
        response = mo.answers("record-details", words="", file=SimpleUploadedFile("letter.pdf", b"MZ a program"))
        page = read(response)

        assert response.status_code == 422
        assert page.title.startswith("Error: Record details")
        assert page.problems == [
            ("Write down what the person says, or say what is in the file", "#words"),
            (
                "The selected file is not what its name says, or is of a kind that we cannot keep. Save it as a PDF and"
                " choose that",
                "#file",
            ),
        ]

    def test_refuses_a_day_in_the_future(self, mo, story):
        response = mo.answers("register", on=date(2026, 4, 7))

        assert read(response).problems == [
            ("The date must be today or earlier. Today is 2 April 2026", "#on-day"),
        ]
        assert ("registered", date(2026, 4, 7)) not in story.events()


class TestARefusal:
    def test_is_said_on_the_page_of_what_cannot_be_done_now(self, mo):
        response = mo.client.get(mo.address("close-case"))
        page = read(response)

        assert response.status_code == 422
        assert page.title.startswith("This cannot be done now: Close the case")
        assert "SI 2009/309 reg 14(2)" in page.main
        assert not page.tree.xpath("//main//form")

    def test_heads_the_form_with_its_reason_and_keeps_what_was_typed(self, mo, story, day):
        it_is(day, date(2026, 4, 7))
        response = mo.answers("register", on=date(2026, 3, 30))
        page = read(response)

        assert response.status_code == 422
        assert "is before the complaint was received" in page.problems[0][0]
        assert filled(page)["on-month"] == "3"
        assert "registered" not in [event for event, _ in story.events()]

    def test_of_the_role_is_said_with_who_may(self, mo):
        page = read(mo.client.get(mo.address("sign-response")))

        assert "Your role does not let you sign the response." in page.main

    def test_of_an_earlier_letter_that_waits_comes_before_the_letter_is_shown(self, mo):
        mo.does("acknowledge")
        page = read(mo.answers("acknowledge"))

        assert "This letter is already waiting to be posted." in page.problems[0][0]

    def test_is_an_unknown_letter(self, mo):
        mo.does("acknowledge")
        form = filled(mo.opens("post-letter")) | {"letter": "99"}

        assert read(mo.client.post(mo.address("post-letter"), form)).problems[0][1] == "#letter"


class TestAStalePage:
    def test_keeps_what_was_typed_and_says_what_to_do(self, mo, story):
        form = filled(mo.opens("add-file-note")) | {"words": "She rang.\nShe is cross."}
        story.does(add_file_note, "olu", MAUNDY_THURSDAY, words="I rang her.")
        response = mo.client.post(mo.address("add-file-note"), form)
        page = read(response)

        assert response.status_code == 409
        assert "Somebody else has changed this case" in page.problems[0][0]
        assert page.problems[0][1] == f"/cases/{story.reference}"
        assert page.tree.xpath("//textarea[@name='words']")[0].text.strip() == "She rang.\nShe is cross."
        assert Document.objects.filter(text__contains="cross").count() == 0

    def test_can_be_sent_again_as_it_stands(self, mo, story):
        form = filled(mo.opens("add-file-note")) | {"words": "She rang."}
        story.does(add_file_note, "olu", MAUNDY_THURSDAY, words="I rang her.")
        again = filled(read(mo.client.post(mo.address("add-file-note"), form)))

        assert mo.client.post(mo.address("add-file-note"), again).status_code == 302
        assert Document.objects.filter(text="She rang.").count() == 1

    @pytest.mark.parametrize("version", ["", "x", "9" * 40, "-1", "²"])
    def test_a_version_that_is_none_changes_nothing(self, mo, story, version):
        form = filled(mo.opens("register")) | {"version": version}

        assert mo.client.post(mo.address("register"), form).status_code in (409, 422)
        assert "registered" not in [event for event, _ in story.events()]


class TestALetter:
    def test_is_read_before_anything_is_kept(self, mo, story):
        response = mo.answers("acknowledge", details_wanted="Who was at the desk?")
        page = read(response)

        assert response.status_code == 200
        assert page.headings[0].endswith("Read the letter")
        assert "Dear Pat Example," in page.texts("//article")[0]
        assert "Who was at the desk?" in page.texts("//article")[0]
        assert not Document.objects.filter(kind="letter").exists()
        assert story.case.version == 1

    def test_can_be_changed_with_nothing_typed_again(self, mo):
        typed = filled(read(mo.answers("acknowledge", details_wanted="Who?\nWhen?")))
        response = mo.client.post(mo.address("acknowledge"), typed | {"step": "change"})
        page = read(response)

        assert response.status_code == 200
        assert page.problems == []
        assert page.tree.xpath("//textarea[@name='details_wanted']")[0].text.strip() == "Who?\nWhen?"

    def test_shows_what_a_person_typed_as_words_and_never_as_markup(self, mo):
        response = mo.answers("acknowledge", details_wanted="<script>alert(1)</script> **bold**")

        assert b"<script>alert" not in response.content
        assert "<script>alert(1)</script> **bold**" in read(response).texts("//article")[0]

    def test_is_stale_when_the_case_has_changed_since_it_was_read(self, mo, story):
        typed = filled(read(mo.answers("acknowledge")))
        story.does(add_file_note, "olu", MAUNDY_THURSDAY, words="I rang her.")
        response = mo.client.post(mo.address("acknowledge"), typed | {"step": "send"})

        assert response.status_code == 409
        assert not Document.objects.filter(kind="letter").exists()

    def test_is_not_written_where_the_person_was_told_by_telephone(self, mo, story):
        assert mo.answers("acknowledge", channel="telephone", note="She was glad.").status_code == 302
        assert ("acknowledged", MAUNDY_THURSDAY) in story.events()
        assert not Document.objects.filter(kind="letter").exists()

    def test_that_waits_can_be_put_aside(self, mo, story):
        mo.does("acknowledge")

        assert mo.does("cancel-letter").startswith("The letter is put aside.")
        assert story.events()[-1][0] == "letter_cancelled"

    def test_of_a_changed_date_names_the_promise(self, mo, story):
        page = read(
            mo.answers(
                "change-timescale",
                promise="acknowledge",
                new_date=date(2026, 4, 24),
                reason="our-capacity",
                explanation="Two of us are ill.",
            )
        )

        assert "24 April 2026" in page.texts("//article")[0]
        assert "Two of us are ill." in page.texts("//article")[0]
        assert mo.client.post(mo.address("change-timescale"), filled(page) | {"step": "send"}).status_code == 302
        assert story.events()[-1][0] == "letter_prepared"

    def test_to_staff_begins_with_where_to_get_support(self, mo):
        assert "Your line manager" in filled(mo.opens("request-statement"))["support"]

    def test_that_explains_a_delay_can_be_written_once_six_months_have_passed(self, mo, day):
        assert mo.client.get(mo.address("explain-delay")).status_code == 422

        # Six months beginning with 2 April 2026 end on Thursday 1 October.
        it_is(day, date(2026, 10, 2))
        page = read(
            mo.answers(
                "explain-delay",
                reason="complexity",
                explanation="There is much to read.",
                expected_on=date(2026, 11, 2),
            )
        )
        assert "There is much to read." in page.texts("//article")[0]


class TestTheResponse:
    def test_says_what_it_still_lacks_and_where_to_add_it(self, mo, story):
        page = mo.opens("prepare-response")
        lacking = page.texts("//ul[contains(@class, 'app-lacking')]/li")

        assert lacking[0].startswith("Explain how the complaint was considered")
        assert any(text.startswith("Say what was concluded on issue 1") for text in lacking)
        assert all("SI 2009/309 reg 14(2)" in text for text in lacking)
        assert page.tree.xpath("//ul[contains(@class, 'app-lacking')]//a/@href")[:2] == [
            mo.address("prepare-response") + "#how_considered",
            mo.address("record-outcome", 1),
        ]

    def test_is_shown_as_a_draft_with_what_is_still_to_be_written(self, mo):
        page = read(mo.answers("prepare-response", how_considered="We asked everybody."))

        assert "Draft: do not send" in page.texts("//article")[0]
        assert "We asked everybody." in page.texts("//article")[0]

    def test_keeps_its_draft_for_the_next_time(self, mo):
        mo.does(
            "prepare-response",
            how_considered="We asked everybody.",
            action_confirmation="proposed",
            action_details="In June.",
            suggestions="Another nurse\nAnother day",
            what_1="Training",
            who_1="The manager",
            when_1="to-do",
            due_on_1=date(2026, 6, 1),
        )
        form = filled(mo.opens("prepare-response"))

        assert form["how_considered"].strip() == "We asked everybody."
        assert form["action_confirmation"] == "proposed"
        assert form["action_details"].strip() == "In June."
        assert form["suggestions"].split() == ["Another", "nurse", "Another", "day"]
        assert (form["what_1"].strip(), form["when_1"], form["due_on_1-day"]) == ("Training", "to-do", "1")

    def test_says_what_is_missing_of_something_that_is_put_right(self, mo):
        page = read(mo.answers("prepare-response", what_2="Training"))

        assert page.problems == [("Say who sees to it", "#who_2"), ("Say whether it has been done", "#when_2")]

    def test_cannot_be_signed_while_it_lacks_something_and_says_each_part(self, mo, signed_in, office, story):
        mo.does("prepare-response", apology="Sorry.")
        response = Desk(signed_in(office, "rosa"), story.reference).answers("sign-response")
        problems = [text for text, _ in read(response).problems]

        assert response.status_code == 422
        assert any("Explain how the complaint was considered" in text for text in problems)
        assert any("SI 2009/309 reg 14(2)(b)" in text for text in problems)
        assert "response_signed" not in [event for event, _ in story.events()]

    def test_asks_for_a_reason_where_only_the_standards_are_unmet(self, mo, signed_in, office, story):
        mo.does("record-outcome", outcome="upheld", conclusion="It was so.", remedy_needed="no")
        mo.does("prepare-response", how_considered="We asked.", action_confirmation="taken")
        rosa = Desk(signed_in(office, "rosa"), story.reference)
        page = rosa.opens("sign-response")
        refused = read(rosa.answers("sign-response"))

        assert page.texts("//ul[contains(@class, 'app-beside')]/li")[0].startswith(
            "Something went wrong, and the response"
        )
        assert page.tree.xpath("//ul[contains(@class, 'app-beside')]//a/@href") == [
            mo.address("prepare-response") + "#apology"
        ]
        asked = ("Say why the response goes without what the Complaint Standards ask", "#why_as_it_is")
        assert refused.problems == [asked]
        assert rosa.does("sign-response", why_as_it_is="They asked for no apology.").startswith(
            "The response is signed."
        )

    def test_asks_what_should_have_happened_where_something_fell_short(self, mo):
        mo.does("complete-investigation")
        mo.does(
            "record-finding", should="A greeting.", happened="None.", fell_short="yes", impact="Upset.", severity="2"
        )
        form = filled(mo.opens("prepare-response"))
        assert (form["should_1"].strip(), form["effect_1"].strip()) == ("A greeting.", "Upset.")

        mo.does("prepare-response", should_1="Somebody greets you.", effect_1="You were upset.")
        form = filled(mo.opens("prepare-response"))
        assert (form["should_1"].strip(), form["effect_1"].strip()) == ("Somebody greets you.", "You were upset.")

    def test_points_at_words_that_were_left_to_be_filled_in(self, mo):
        mo.does("prepare-response", apology="We are sorry, [name].")
        page = mo.opens("prepare-response")

        assert "Fill in “[name]”, or take it out: it was left to be filled in." in page.main
        assert page.tree.xpath("//a[contains(., '[name]')]/@href") == [mo.address("prepare-response") + "#apology"]

    def test_begins_an_outcome_with_the_only_issue_and_with_what_was_said_before(self, mo):
        assert filled(mo.opens("record-outcome"))["issue"] == "1"

        mo.does("record-outcome", outcome="upheld", conclusion="It was so.", remedy_needed="no")
        form = filled(mo.opens("record-outcome", 1))
        assert (form["outcome"], form["conclusion"].strip(), form["remedy_needed"]) == ("upheld", "It was so.", "no")


class TestTheCase:
    def test_a_call_is_noted_with_one_page(self, mo, story):
        assert mo.does("add-file-note", words="She rang.").startswith("The note is on the file.")
        assert story.events()[-1] == ("note_made", MAUNDY_THURSDAY)

    def test_a_case_is_given_to_somebody_whose_role_lets_them_have_it(self, mo, office, story):
        mo.does("assign-handler", handler=str(office.people["ines"]))
        assert story.case.handler_id == office.people["ines"]

        refused = mo.answers("assign-handler", handler=str(office.people["sam"]))
        assert "Choose somebody whose role lets them have this case" in read(refused).problems[0][0]

    def test_an_entry_is_corrected_by_its_right_day(self, mo, story, day):
        it_is(day, date(2026, 4, 8))
        mo.does("register", on=date(2026, 4, 8))
        number = story.case.events.get(event="registered").number
        mo.does("correct-entry", number, what="wrong-day", right_day=date(2026, 4, 7), reason="A slip.")

        assert story.events()[-1] == ("registered", date(2026, 4, 7))

    def test_an_entry_is_corrected_as_never_having_happened(self, mo, story):
        mo.does("register")
        number = story.case.events.get(event="registered").number
        mo.does("correct-entry", number, what="never", reason="It was another case.")

        assert story.events()[-1] == ("entered_in_error", MAUNDY_THURSDAY)

    def test_a_link_is_shown_once_and_ends_those_before_it(self, mo, story):
        before = FollowLink.objects.get(case=story.case)
        response = mo.answers("issue-follow-link")
        page = read(response)
        before.refresh_from_db()

        assert response.status_code == 200
        assert "/follow/" in page.texts("//code")[0]
        assert page.texts("//code")[0] not in mo.page.main
        assert before.revoked_at is not None

    def test_a_link_is_ended(self, mo):
        mo.does("revoke-follow-link")

        assert mo.client.get(mo.address("revoke-follow-link")).status_code == 422

    def test_a_complaint_is_withdrawn(self, mo, story):
        mo.does("withdraw", channel="telephone", note="She said that she is content.")

        assert story.case.status == "withdrawn"

    def test_a_late_complaint_is_decided_on(self, signed_in, office):
        late = a_story(office, occurred_on=date(2024, 1, 8), known_on=date(2024, 1, 8))
        desk = Desk(signed_in(office, "mo"), late.reference)

        assert "decide whether there were good reasons" in desk.page.main
        desk.does("decide-lateness", good_reasons="yes", still_possible="yes", reasons="She was in hospital.")
        assert ("lateness_decided", MAUNDY_THURSDAY) in late.events()

    def test_a_matter_is_settled(self, mo, story):
        mo.does("settle", satisfied="yes", note="We said sorry, and that was enough.")

        assert story.events()[-1] == ("settled", MAUNDY_THURSDAY)

    def test_a_case_about_choice_comes_under_its_procedure(self, mo, office, story):
        assert "has adopted no other procedure" in read(mo.client.get(mo.address("put-under-procedure"))).main
        adopt_procedure(
            actor=office.actor("ada"),
            procedure=Adoption(source=read_file("choice-commissioner").text, beside=True),
            on=MAUNDY_THURSDAY,
            now=at(MAUNDY_THURSDAY),
            signed_off_by=office.people["rosa"],
        )
        mo.does("put-under-procedure", procedure="choice-commissioner", way="beside", why="She could not choose.")
        mo.does("describe-choice", kind="named-team", applies="yes", words="One team was named, and no other.")
        done = mo.does("offer-choice", remedy="choice-made-anew", words="Three teams, by telephone.")

        assert done.startswith("The offer is recorded")
        told = [event for event, _ in story.events()[-3:]]
        assert told == ["procedure_applied", "choice_described", "choice_offered"]
        assert "The local commissioner: complaints that a choice was not offered" in mo.page.main

    def test_somebody_named_in_the_case_can_no_longer_open_it(self, mo, office, signed_in, story):
        olu = signed_in(office, "olu")
        assert olu.get(f"/cases/{story.reference}").status_code == 200

        story.does(name_staff, "mo", MAUNDY_THURSDAY, person=office.people["olu"])
        assert olu.get(f"/cases/{story.reference}").status_code == 404
        assert olu.get(f"/cases/{story.reference}/add-file-note").status_code == 404


class TestConsent:
    @pytest.fixture
    def mo(self, signed_in, office):
        """Somebody complains for another adult."""
        patient = PersonSaid(name="Viv Example", address=("2 Sample Road",), born_on=date(1950, 5, 5))
        story = a_story(office, basis=Basis.REQUESTED, patient=patient, channel=Channel.TELEPHONE)
        return Desk(signed_in(office, "mo"), story.reference)

    def test_is_asked_of_the_patient_by_letter(self, mo):
        page = read(mo.answers("request-consent", what_about="A visit in March.", information="The notes of the visit"))

        assert "Dear Viv Example," in page.texts("//article")[0]
        assert "Pat Example" in page.texts("//article")[0]

    def test_is_recorded_with_the_form_that_shows_it(self, mo):
        mo.does("request-consent", what_about="A visit in March.", information="The notes of the visit")
        mo.does("post-letter")
        mo.does("record-consent", answer="consent_given", file=SimpleUploadedFile("form.pdf", PDF))

        assert Document.objects.filter(kind="consent", title="form.pdf", media_type="application/pdf").exists()

    def test_needs_something_that_shows_it(self, mo):
        response = mo.answers("record-consent", answer="consent_given")

        assert response.status_code == 422
        assert "attach the form" in read(response).problems[0][0]

    def test_a_spoken_complaint_is_written_down_and_sent(self, mo):
        page = read(mo.answers("send-written-record"))

        assert "I was spoken to rudely at the desk." in page.texts("//article")[0]
