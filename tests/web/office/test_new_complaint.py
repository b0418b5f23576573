"""Can staff enter what came by letter, by phone or in person, with everything that was said, once?"""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from putright.records.models import Body, Case, Document, Issue
from tests.casework.offices import MAUNDY_THURSDAY
from tests.web.reading import read

ADDRESS = "/complaints/new"
PDF = b"%PDF-1.7\n%%EOF\n"


def typed(client, **more):
    """What somebody types who enters a letter, on the form that they were shown."""
    token = read(client.get(ADDRESS)).tree.xpath("//input[@name='token']/@value")[0]
    plain = {
        "received_on-day": "1",
        "received_on-month": "4",
        "received_on-year": "2026",
        "channel": "letter",
        "elsewhere": "no",
        "full_name": "Pat Example",
        "address": "2 Sample Road\nExampleton\nEX1 1EX",
        "whose": "self",
        "subject_1": "values",
        "words_1": "I was spoken to rudely at the desk.",
        "issues": "1",
        "token": token,
    }
    return plain | more


@pytest.fixture
def client(signed_in, office):
    return signed_in(office, "mo")


class TestThePage:
    def test_begins_with_today_and_a_letter(self, client):
        page = read(client.get(ADDRESS))

        assert page.title == "New complaint - Putright"
        assert page.headings == ["New complaint"]
        assert page.tree.xpath("//input[starts-with(@name, 'received_on')]/@value") == ["2", "4", "2026"]
        assert page.tree.xpath("//input[@name='channel'][@checked]/@value") == ["letter"]
        assert page.links["Back to the worklist"] == "/work"

    def test_is_not_for_who_may_not_receive(self, signed_in, office):
        for who in ("ines", "max", "ada"):
            assert signed_in(office, who).get(ADDRESS).status_code == 403
            assert signed_in(office, who).post(ADDRESS, {"full_name": "Pat"}).status_code == 403

    def test_keeps_what_was_typed_by_who_was_signed_out_meanwhile(self, office):
        response = Client().post(ADDRESS, {"full_name": "Pat Example", "words_1": "Rude.\nTwice.", "token": "x"})
        page = read(response)

        assert response.status_code == 403
        assert page.headings == ["You have been signed out"]
        assert "Rude." in page.main
        assert page.links["Sign in"] == "/sign-in?next=%2Fcomplaints%2Fnew"

    def test_refuses_a_form_that_is_not_ours(self, office):
        from tests.web.office.conftest import account_of

        strict = Client(enforce_csrf_checks=True)
        strict.force_login(account_of(office, "mo"))

        assert strict.post(ADDRESS, {"full_name": "Pat"}).status_code == 403


class TestALetter:
    def test_becomes_a_case_with_a_reference_and_a_link_to_hand_over(self, client, office):
        response = client.post(ADDRESS, typed(client))
        page = read(response)
        case = Case.objects.get()

        assert response.status_code == 200
        assert page.title == "Complaint entered - Putright"
        assert f"{case.reference[:4]}-{case.reference[4:]}" in page.main
        assert page.links["Open the case"] == f"/cases/{case.reference}"
        assert (case.received_on, case.channel, case.body_id) == (date(2026, 4, 1), "letter", office.body.pk)
        assert case.complainant.address == "2 Sample Road\nExampleton\nEX1 1EX"
        assert case.patient_id == case.complainant_id
        assert case.handler_id == office.people["mo"]

    def test_is_due_from_the_day_it_was_received(self, client):
        page = read(client.post(ADDRESS, typed(client)))

        # Received on Wednesday 1 April: one working day is Thursday the 2nd.
        assert "By Thursday 2 April 2026: We enter your complaint in our register within one working day." in page.main

    def test_gives_a_link_that_works_and_is_shown_once(self, client, settings):
        page = read(client.post(ADDRESS, typed(client)))
        link = page.texts("//*[@class='app-keep__link']")[0]

        assert link.startswith(settings.PUTRIGHT_ADDRESS)
        opened = Client().get(link.removeprefix(settings.PUTRIGHT_ADDRESS), follow=True)
        assert opened.status_code == 200
        secret = link.rpartition("/")[2]
        assert secret not in str(dict(client.session))
        assert secret not in client.get(f"/cases/{Case.objects.get().reference}").content.decode()

    def test_sent_twice_is_one_complaint(self, client):
        form = typed(client)
        client.post(ADDRESS, form)
        again = client.post(ADDRESS, form)
        case = Case.objects.get()

        assert again.status_code == 422
        shown = f"{case.reference[:4]}-{case.reference[4:]}"
        assert read(again).problems[0][0] == (f"This complaint has already been received. Its reference is {shown}.")

    def test_has_several_issues_an_outcome_and_files(self, client):
        form = typed(
            client,
            issues="2",
            subject_2="waiting-times",
            words_2="I waited three hours.",
            wanted="An apology.",
            file_1=SimpleUploadedFile("letter.pdf", PDF),
        )
        client.post(ADDRESS, form)

        assert list(Issue.objects.order_by("number").values_list("subject", flat=True)) == ["values", "waiting-times"]
        assert list(Document.objects.order_by("number").values_list("kind", flat=True)) == [
            "narrative",
            "narrative",
            "outcome-wanted",
            "attachment",
        ]

    def test_may_have_come_by_another_organisation_first(self, client):
        more = {f"first_received_on-{part}": value for part, value in (("day", "30"), ("month", "3"), ("year", "2026"))}
        client.post(ADDRESS, typed(client, elsewhere="yes", from_body="nhs-england", **more))
        case = Case.objects.get()

        assert case.complaint.first_received_on == date(2026, 3, 30)
        assert case.events.get(event="received").facts["from_body"] == "nhs-england"

    def test_keeps_the_name_of_an_organisation_that_the_register_does_not_have(self, client):
        more = {f"first_received_on-{part}": value for part, value in (("day", "30"), ("month", "3"), ("year", "2026"))}
        asked = typed(client, elsewhere="yes", from_body="not-in-the-register", **more)
        problems = read(client.post(ADDRESS, asked)).problems
        client.post(ADDRESS, asked | {"from_body_name": "The Willow Lane Example Trust"})

        assert problems == [("Enter the name of the organisation", "#from_body_name")]
        assert Document.objects.get(kind="other-body").text == "The Willow Lane Example Trust"


class TestForSomebodyElse:
    ANOTHER = {"whose": "other", "patient_name": "Rosa Quill", "basis": "requested"}

    def test_has_a_patient_of_their_own(self, client):
        client.post(ADDRESS, typed(client, **self.ANOTHER, nhs_number="999 000 0018"))
        case = Case.objects.get()

        assert case.complainant.name == "Pat Example"
        assert (case.patient.name, case.patient.nhs_number) == ("Rosa Quill", "9990000018")
        assert case.basis == "requested"

    def test_asks_who_and_why(self, client):
        response = client.post(ADDRESS, typed(client, whose="other"))

        assert read(response).problems == [
            ("Enter the name of the patient", "#patient_name"),
            ("Choose why somebody else complains", "#basis"),
        ]

    def test_refuses_a_child_who_is_none_with_the_law(self, client):
        born = {"born_on-day": "1", "born_on-month": "4", "born_on-year": "2000"}
        page = read(client.post(ADDRESS, typed(client, **self.ANOTHER | {"basis": "child"}, **born)))

        assert page.problems[0][0].startswith("A person of 18 or over is not a child")
        assert page.problems[0][0].endswith("SI 2009/309 reg 2")


class TestWhatIsSpoken:
    @pytest.mark.parametrize("channel", ["telephone", "in-person", "voicemail"])
    def test_must_be_written_down(self, client, channel):
        page = read(client.post(ADDRESS, typed(client, channel=channel)))

        assert "it must be written down and a copy given to the person" in page.main
        assert "SI 2009/309 reg 13(2)" in page.main

    def test_a_text_message_is_in_writing_and_no_agreement_to_email(self, client):
        page = read(client.post(ADDRESS, typed(client, channel="text"), follow=True))

        assert "it must be written down" not in page.main
        case = Case.objects.get()
        assert (case.channel, case.complainant.email_agreed_on) == ("text", None)


class TestMistakes:
    def test_what_is_missing_is_said_in_the_order_of_the_page(self, client):
        response = client.post(ADDRESS, {"issues": "1", "token": "a"})
        page = read(response)

        assert response.status_code == 422
        assert page.title == "Error: New complaint - Putright"
        assert page.problems == [
            ("Enter the day it was received", "#received_on-day"),
            ("Choose how it came", "#channel"),
            ("Choose whether another organisation received it first", "#elsewhere"),
            ("Enter the name of the person", "#full_name"),
            ("Choose who the patient is", "#whose"),
            ("Choose what it is mostly about", "#subject_1"),
            ("Write down what the person says", "#words_1"),
        ]

    def test_somebody_must_be_within_reach(self, client):
        page = read(client.post(ADDRESS, typed(client, address="")))

        assert page.problems[0][0].startswith("Say how to reach the person")
        assert page.texts("//textarea[@name='words_1']") == ["I was spoken to rudely at the desk."]

    def test_no_day_lies_ahead(self, client):
        page = read(client.post(ADDRESS, typed(client, **{"received_on-day": "3"})))

        assert page.problems[0][1] == "#received_on-day"
        assert Case.objects.count() == 0

    def test_an_nhs_number_must_be_one(self, client):
        page = read(client.post(ADDRESS, typed(client, nhs_number="999 000 0019")))

        assert "NHS number" in page.problems[0][0]

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("letter.pdf", b"MZ\x90\x00 a program"),
            ("letter.exe", b"MZ\x90\x00 a program"),
            ("letter.pdf", b""),
            ("picture.png", PDF),
        ],
    )
    def test_a_file_must_be_what_its_name_says(self, client, name, content):
        response = client.post(ADDRESS, typed(client, file_2=SimpleUploadedFile(name, content)))

        assert response.status_code == 422
        assert read(response).problems[0][1] == "#file_2"
        assert Case.objects.count() == 0

    def test_a_file_of_20_megabytes_is_refused_and_the_rest_is_kept(self, client):
        big = SimpleUploadedFile("scan.pdf", PDF + b"x" * 20_000_000)
        page = read(client.post(ADDRESS, typed(client, file_1=big)))

        assert page.problems == [("The selected file must be 10MB or smaller. Yours is 20MB", "#file_1")]
        assert page.tree.xpath("//input[@name='full_name']/@value") == ["Pat Example"]


class TestOneMoreIssue:
    def test_is_asked_for_without_losing_or_judging_anything(self, client):
        form = typed(client, more="1", full_name="") | {"received_on-day": "99"}
        response = client.post(ADDRESS, form)
        page = read(response)

        assert response.status_code == 200
        assert page.problems == []
        assert page.texts("//h3") == ["Issue 1", "Issue 2"]
        assert page.texts("//textarea[@name='words_1']") == ["I was spoken to rudely at the desk."]
        assert page.tree.xpath("//input[@name='received_on-day']/@value") == ["99"]
        assert page.tree.xpath("//input[@name='issues']/@value") == ["2"]

    def test_left_empty_is_no_issue(self, client):
        client.post(ADDRESS, typed(client, issues="3"))

        assert Issue.objects.count() == 1

    def test_half_filled_in_is_asked_about(self, client):
        page = read(client.post(ADDRESS, typed(client, issues="2", words_2="And the light was broken.")))

        assert page.problems == [("Choose what it is mostly about", "#subject_2")]

    @pytest.mark.parametrize("odd", ["0", "-1", "x", "1000000", "²", ""])
    def test_a_number_that_no_form_of_ours_has_is_one(self, client, odd):
        page = read(client.post(ADDRESS, typed(client, issues=odd, full_name="")))

        assert page.texts("//h3") == ["Issue 1"]

    def test_there_are_twenty_at_most(self, client):
        page = read(client.post(ADDRESS, typed(client, issues="20", more="1")))

        assert len(page.texts("//h3")) == 20
        assert "Add another issue" not in page.texts("//button")


def dated(name, day):
    """A day as the three boxes of a form send it."""
    return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}


class TestIssuesOfTheirOwnDays:
    TWO = {"issues": "2", "subject_2": "waiting-times", "words_2": "I waited three hours."}
    THREE = {"issues": "3", "subject_3": "appointments", "words_3": "It was cancelled."}

    def days(self):
        rows = Case.objects.get().events.filter(event__in=("event_occurred", "came_to_notice")).order_by("number")
        return list(rows.values_list("event", "issue", "on"))

    def test_each_has_its_own_and_the_rest_those_of_the_complaint(self, client):
        form = typed(client, **self.TWO | self.THREE)
        days = dated("occurred_on", date(2026, 3, 16)) | dated("occurred_on_2", date(2025, 2, 3))
        client.post(ADDRESS, form | days | dated("known_on_2", date(2025, 4, 7)))

        assert self.days() == [
            ("event_occurred", 1, date(2026, 3, 16)),
            ("came_to_notice", 1, date(2026, 3, 16)),
            ("event_occurred", 2, date(2025, 2, 3)),
            ("came_to_notice", 2, date(2025, 4, 7)),
            ("event_occurred", 3, date(2026, 3, 16)),
            ("came_to_notice", 3, date(2026, 3, 16)),
        ]

    def test_one_that_is_late_does_not_make_the_others_late(self, client):
        """Twelve months after 31 March 2025 end on 31 March 2026, the day before it was received."""
        days = dated("occurred_on", date(2026, 3, 16)) | dated("occurred_on_2", date(2025, 3, 31))
        client.post(ADDRESS, typed(client, **self.TWO) | days)
        page = read(client.get(f"/cases/{Case.objects.get().reference}"))

        assert "31 March 2025" in page.main
        assert "Issue 2" in " ".join(page.texts("//*[contains(@class, 'app-warned')]"))

    def test_the_same_days_are_those_of_the_whole_complaint(self, client):
        days = dated("occurred_on", date(2026, 3, 16)) | dated("occurred_on_2", date(2026, 3, 16))
        client.post(ADDRESS, typed(client, **self.TWO) | days)

        assert self.days() == [
            ("event_occurred", None, date(2026, 3, 16)),
            ("came_to_notice", None, date(2026, 3, 16)),
        ]

    def test_what_cannot_be_is_said_at_its_box_which_is_open_with_what_was_typed(self, client):
        days = dated("occurred_on_2", date(2026, 3, 16)) | dated("known_on_2", date(2026, 3, 15))
        page = read(client.post(ADDRESS, typed(client, **self.TWO) | days))

        assert page.problems == [
            ("The person cannot have come to know of it before it happened", "#known_on_2-day"),
        ]
        assert page.tree.xpath("//details[@open]//input[@name='known_on_2-day']/@value") == ["15"]

    def test_are_folded_away_until_something_is_typed_there(self, client):
        page = read(client.post(ADDRESS, typed(client, **self.TWO, more="1") | {"occurred_about_2": "in spring"}))
        folded = "//div[@id='issue-%d']//details[%s]"

        assert page.tree.xpath(folded % (2, "@open")) != []
        assert page.tree.xpath(folded % (3, "not(@open)")) != []
        assert page.tree.xpath("//div[@id='issue-1']//details") == []

    def test_what_is_known_roughly_is_kept_in_words_and_has_no_day(self, client):
        days = dated("occurred_on", date(2026, 3, 16))
        form = typed(client, **self.TWO | self.THREE) | {"occurred_about_2": "in spring", "known_about_2": "at Easter"}
        client.post(ADDRESS, form | days)
        titles = ("Issue 2: roughly when it happened", "Issue 2: roughly when the person first knew of it")

        assert [Document.objects.get(title=title).text for title in titles] == ["in spring", "at Easter"]
        assert [(event, issue) for event, issue, _ in self.days()] == [
            ("event_occurred", 1),
            ("came_to_notice", 1),
            ("event_occurred", 3),
            ("came_to_notice", 3),
        ]

    def test_the_whole_may_be_known_roughly_too(self, client):
        client.post(ADDRESS, typed(client, occurred_about="in the winter"))

        assert Document.objects.get(title="Roughly when it happened").text == "in the winter"
        assert self.days() == []

    def test_days_without_words_ask_for_the_words(self, client):
        page = read(client.post(ADDRESS, typed(client, issues="2") | dated("occurred_on_2", date(2026, 3, 16))))

        assert ("Write down what the person says", "#words_2") in page.problems


class TestComplainedOfBefore:
    PENDING = {"before": "pending", "pending_whom": "The hospital", "pending_when": "May"}

    def test_one_still_looked_into_is_kept_in_words_and_told_apart(self, client):
        client.post(ADDRESS, typed(client, **self.PENDING))
        page = read(client.get(f"/cases/{Case.objects.get().reference}"))

        assert Case.objects.get().events.get(event="received").facts["raised_before"] == "pending"
        assert "Who is still looking into it The hospital" in page.main
        assert "The person says that the same is still being looked into." in page.main
        assert page.links["What they say of it, and what it means"] == "#raised-before"
        assert "nothing is left out for that" in page.main
        assert page.links["Ask whether they may be told"].endswith("/ask-to-share")

    def test_one_that_was_answered_leads_to_what_may_be_left_out(self, client):
        said = {
            "before": "answered",
            "answered_whom": "The council",
            "answered_said": "No.",
            "again": "The second day.",
        }
        client.post(ADDRESS, typed(client, **said))
        page = read(client.get(f"/cases/{Case.objects.get().reference}"))

        assert "What the person would like to be looked at now The second day." in page.main
        assert page.links["Leave out what was investigated"].endswith("/exclude-issues")

    def test_who_it_was_must_be_said_and_the_question_is_open_then(self, client):
        page = read(client.post(ADDRESS, typed(client, before="answered")))

        assert page.problems == [("Say who answered it", "#answered_whom")]
        assert page.tree.xpath("//details[@open]//input[@name='before'][@checked]/@value") == ["answered"]

    def test_not_said_is_no(self, client):
        client.post(ADDRESS, typed(client, before="no"))

        assert "raised_before" not in Case.objects.get().events.get(event="received").facts


def test_a_case_received_today_begins_today(client):
    day = {"received_on-day": str(MAUNDY_THURSDAY.day)}
    client.post(ADDRESS, typed(client, **day))

    assert Case.objects.get().received_on == MAUNDY_THURSDAY


class TestTheYearlyReturn:
    def test_is_not_asked_about_before_the_organisation_has_said_what_it_is(self, client):
        assert "yearly return" not in read(client.get(ADDRESS)).main

    def test_is_asked_about_and_kept_where_it_is_known(self, client, office):
        Body.objects.filter(code=office.code).update(reports_as="trust")
        page = read(client.get(ADDRESS))

        assert "For the yearly return" in page.main
        client.post(ADDRESS, typed(client, return_service=["inpatient", "maternity"], return_age="26-55"))
        assert Case.objects.get().events.get(event="return_described").facts == {
            "age": "26-55",
            "services": ["inpatient", "maternity"],
        }

    def test_holds_nothing_up(self, client, office):
        Body.objects.filter(code=office.code).update(reports_as="gp-practice")

        client.post(ADDRESS, typed(client))

        assert not Case.objects.get().events.filter(event="return_described").exists()

    def test_keeps_what_was_said_when_something_else_is_wrong(self, client, office):
        Body.objects.filter(code=office.code).update(reports_as="trust")

        page = read(client.post(ADDRESS, typed(client, full_name="", return_staff=["nursing"])))

        assert page.tree.xpath("//input[@name='return_staff'][@checked]/@value") == ["nursing"]
