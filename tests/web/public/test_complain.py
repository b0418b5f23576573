"""Can a person make a complaint here, be heard once, and lose nothing on the way?"""

from datetime import date

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from putright.casework.queries.follow import follow
from putright.records.models import Case, Complaint, Document, FollowLink, Issue
from tests.casework.offices import MAUNDY_THURSDAY, at
from tests.sample_files import a_heic, a_jpeg
from tests.web.public.telling import a_telling, dated, sent, tell, tell_all
from tests.web.reading import read

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.4 a letter"
DAUGHTER = {"speaks_as": "relative", "connection": "Daughter"}


def questions_asked(client, told):
    """The names of the questions that are asked of whoever answers so."""
    address, names = "/complain/to", []
    while address != "/complain/check":
        names.append(address.removeprefix("/complain/"))
        address = tell(client, names[-1], told[names[-1]]).headers["Location"]
    return names


class TestBeginning:
    def test_danger_comes_before_everything(self, client, commisceo):
        page = read(client.get("/complain"))

        assert page.headings == ["Make a complaint"]
        assert page.texts("//main//p")[0].startswith("Is someone unwell or in danger now?")

    def test_the_page_sets_no_session(self, client, commisceo):
        assert "putright-session" not in client.get("/complain").cookies

    def test_with_one_organisation_nobody_is_asked_which(self, client, commisceo):
        assert "Your complaint will go to The commisceo example" in read(client.get("/complain")).main
        assert client.post("/complain", {"to": "commisceo"}).headers["Location"] == "/complain/whose"

    def test_with_two_the_link_of_one_chooses_it(self, client, commisceo, living_well):
        assert "will go to" not in read(client.get("/complain")).main
        assert client.post("/complain").headers["Location"] == "/complain/to"

        page = read(client.get("/complain?to=living-well-partnership"))

        assert page.tree.xpath("//input[@name='to']/@value") == ["living-well-partnership"]
        client.post("/complain", {"to": "living-well-partnership"})
        chosen = read(client.get("/complain/to")).tree.xpath("//input[@checked]/@value")
        assert chosen == ["living-well-partnership"]

    def test_an_organisation_that_is_not_here_is_not_taken(self, client, commisceo, living_well):
        assert "will go to" not in read(client.get("/complain?to=elsewhere")).main
        assert client.post("/complain", {"to": "elsewhere"}).headers["Location"] == "/complain/to"
        assert tell(client, "to", {"to": "elsewhere"}).status_code == 422

    def test_where_nobody_takes_complaints_the_way_on_is_shown(self, client, day):
        page = read(client.get("/complain"))

        assert "No organisation takes complaints on this site yet." in page.main
        assert page.links["Find out who to complain to"] == "/find-out"


class TestQuestions:
    def test_who_complains_for_themselves_is_asked_the_least(self, client, commisceo):
        # An organisation that makes no yearly return asks nothing for it.
        assert questions_asked(client, a_telling()) == [name for name in a_telling() if name != "counted"]

    def test_a_patient_is_asked_for_when_somebody_else_complains(self, client, commisceo):
        patient = {"patient_name": "Rosa Quill"}
        told = a_telling(whose={"basis": "requested"}, patient=patient, speaking=DAUGHTER)

        assert questions_asked(client, told)[:5] == ["to", "whose", "patient", "speaking", "what-happened"]

    def test_a_child_has_a_page_of_their_own(self, client, commisceo):
        child = {"patient_name": "Sam Quill", "child_reason": "Too young.", "child_decides": "no"}
        child |= dated("patient_born_on", date(2019, 5, 5))
        told = a_telling(whose={"basis": "child"}, child=child, speaking={"speaks_as": "parent"})

        assert questions_asked(client, told)[:5] == ["to", "whose", "child", "speaking", "what-happened"]

    def test_somebody_of_18_is_no_child(self, client, commisceo):
        tell(client, "to", {"to": "commisceo"})
        tell(client, "whose", {"basis": "child"})
        child = {"patient_name": "Sam Quill", "child_reason": "Too young.", "child_decides": "no"}
        child |= dated("patient_born_on", date(2008, 4, 2))  # 18 today
        response = tell(client, "child", child)

        assert response.status_code == 422
        text, where = read(response).problems[0]
        assert text.startswith("A person of 18 or over is not a child")
        assert where == "#patient_born_on-day"

    def test_letters_by_email_are_asked_about_where_there_is_an_address(self, client, commisceo):
        told = a_telling(reach={"email": "ida@example.org", "prefer": "email"}, by_email={"by_email": "yes"})

        assert "by-email" in questions_asked(client, told)
        assert "Regulation 15" in read(client.get("/complain/by-email")).main

    # The 12 months of 2 April 2025 end with 2 April 2026, which is today; of 1 April 2025, yesterday.
    @pytest.mark.parametrize(
        ("when", "noticed", "asked"),
        [
            ({"occurred": "exact", **dated("occurred_on", date(2025, 4, 2))}, {"noticed": "then"}, False),
            ({"occurred": "exact", **dated("occurred_on", date(2025, 4, 1))}, {"noticed": "then"}, True),
            (
                {"occurred": "exact", **dated("occurred_on", date(2021, 1, 1))},
                {"noticed": "exact", **dated("known_on", date(2026, 1, 5))},
                False,
            ),
            (
                {"occurred": "exact", **dated("occurred_on", date(2021, 1, 1))},
                {"noticed": "exact", **dated("known_on", date(2024, 2, 29))},
                True,
            ),
            ({"occurred": "about", "occurred_about": "in spring"}, {"noticed": "then"}, True),
            (
                {"occurred": "unknown"},
                {"noticed": "exact", **dated("known_on", date(2026, 1, 5))},
                False,
            ),
        ],
    )
    def test_a_reason_for_being_late_is_asked_for_only_where_it_may_be_late(
        self, client, commisceo, when, noticed, asked
    ):
        told = a_telling(when=when, noticed=noticed, sooner={"sooner": "I was ill."})

        assert ("sooner" in questions_asked(client, told)) is asked

    def test_being_late_is_never_a_dead_end(self, client, commisceo):
        told = a_telling(when={"occurred": "unknown"}, sooner={"sooner": ""})
        page = sent(client, told)

        assert page.headings == ["Complaint sent"]
        assert Case.objects.count() == 1


BAD = [
    ("whose", {}, "Choose who you are complaining for", "#basis"),
    ("whose", {"basis": "enemy"}, "Choose one of the answers listed", "#basis"),
    ("what-happened", {}, "Choose what it is mostly about", "#subject_1"),
    ("what-happened", {"subject_1": "values"}, "Tell us what happened, in your own words", "#words_1"),
    (
        "what-happened",
        {"subject_1": "values", "words_1": "x" * 20_001},
        "Shorten your answer to 20,000 characters or fewer. It has 20,001",
        "#words_1",
    ),
    ("when", {"occurred": "exact"}, "Enter the date it happened", "#occurred_on-day"),
    (
        "when",
        {"occurred": "exact", **dated("occurred_on", date(2026, 4, 3))},
        "The date it happened must be today or earlier. Today is 2 April 2026",
        "#occurred_on-day",
    ),
    (
        "when",
        {"occurred": "exact", "occurred_on-day": "31", "occurred_on-month": "6", "occurred_on-year": "2025"},
        "The date it happened must be a real date. June has 30 days",
        "#occurred_on-day",
    ),
    ("when", {"occurred": "about"}, "Say roughly when it happened", "#occurred_about"),
    ("before", {"before": "pending"}, "Say who is looking into it", "#pending_whom"),
    ("before", {"before": "answered"}, "Say who answered you", "#answered_whom"),
    ("together", {}, "Choose whether another organisation was part of it", "#together"),
    ("together", {"together": "yes", "share": "yes"}, "Choose the other organisation", "#together_with"),
    (
        "together",
        {"together": "yes", "together_with": "not-in-the-register", "share": "yes"},
        "Enter the name of the other organisation",
        "#together_name",
    ),
    ("safely", {"safely": ["time-to-call"]}, "Say when we can ring you", "#times"),
    (
        "safely",
        {"safely": ["no-phone", "time-to-call"], "times": "mornings"},
        "Choose either “Do not ring me” or “Only ring me at certain times”, not both",
        "#safely",
    ),
    ("name", {}, "Enter your full name", "#full_name"),
    ("name", {"full_name": "x" * 121}, "Shorten your answer to 120 characters or fewer. It has 121", "#full_name"),
    ("reach", {"prefer": "post"}, "Enter your address, so that we can write to you", "#address_1"),
    ("reach", {"prefer": "telephone"}, "Enter your telephone number, so that we can ring you", "#telephone"),
    ("reach", {"telephone": "none", "prefer": "telephone"}, "Enter a telephone number, like 01632", "#telephone"),
    ("reach", {"email": "ida", "prefer": "email"}, "Enter an email address in the correct format", "#email"),
    ("needs", {"needs": ["bsl", "none"]}, "Choose “None of these” or the answers that apply, not both", "#needs"),
    ("needs", {"needs": ["interpreter"]}, "Say which language", "#language"),
    ("home", {"home": "atlantis"}, "Choose one of the answers listed", "#home"),
]


class TestBadAnswers:
    @pytest.mark.parametrize(("question", "answer", "words", "where"), BAD)
    def test_each_is_told_in_place_and_keeps_what_was_typed(self, client, commisceo, question, answer, words, where):
        tell_all(client, a_telling())
        response = tell(client, question, answer)
        page = read(response)

        assert response.status_code == 422
        assert page.title.startswith("Error: ")
        assert page.problems[0][0].startswith(words)
        assert page.problems[0][1] == where
        for box, typed in answer.items():
            if isinstance(typed, str) and not page.tree.xpath(f"//*[@name='{box}'][@type='radio' or self::select]"):
                shown = page.tree.xpath(f"//input[@name='{box}']/@value | //textarea[@name='{box}']/text()")
                assert "".join(shown).strip() == typed

    def test_a_day_known_before_it_happened_is_told_before_sending(self, client, commisceo):
        told = a_telling(noticed={"noticed": "exact", **dated("known_on", date(2026, 3, 1))})
        tell_all(client, told)
        response = client.post("/complain/check")
        page = read(response)

        assert response.status_code == 422
        assert page.problems[0][0] == "The person cannot have come to know of it before it happened."
        assert "3 Sample Row" in page.main
        assert not Case.objects.exists()

    def test_a_page_that_is_not_one_of_the_form_is_not_there(self, client, commisceo):
        assert client.get("/complain/nonsense").status_code == 404
        assert client.get("/complain/what-happened-11").status_code == 404


class TestSession:
    def test_an_answer_after_the_session_ran_out_is_kept_and_the_person_is_told(self, client, commisceo):
        tell(client, "to", {"to": "commisceo"})
        tell(client, "whose", {"basis": "self"})
        Session.objects.all().delete()
        hour_of_typing = {"subject_1": "values", "words_1": "An hour of typing."}
        response = tell(client, "what-happened", hour_of_typing)

        assert response.headers["Location"] == "/complain/to"
        told = read(client.get("/complain/to"))
        assert "What you sent last is kept" in told.main
        assert told.texts("//*[contains(@class, 'notification-banner__title')]") == ["Important"]
        tell(client, "to", {"to": "commisceo"})
        tell(client, "whose", {"basis": "self"})
        assert read(client.get("/complain/what-happened")).texts("//textarea") == ["An hour of typing."]

    def test_nothing_can_be_sent_that_is_not_all_answered(self, client, commisceo):
        tell(client, "to", {"to": "commisceo"})

        assert client.post("/complain/check").headers["Location"] == "/complain/whose"
        assert client.get("/complain/sent").headers["Location"] == "/complain"
        assert not Case.objects.exists()


class TestChecking:
    def test_the_answers_stand_under_four_headings(self, client, commisceo):
        tell_all(client, a_telling())
        page = read(client.get("/complain/check"))

        headings = ["Who it goes to, and for whom", "What happened", "Who else knows about it", "About you"]
        assert page.texts("//h2")[:4] == headings
        rows = dict(zip(page.texts("//dt"), page.texts("//dd[contains(@class, '__value')]"), strict=True))
        assert rows["Which organisation do you want to complain to?"] == "The commisceo example"
        assert rows["Tell us in your own words"] == "They said that they would ring on Monday. Nobody rang."
        assert rows["The date it happened"] == "16 March 2026"
        assert "Email address" not in rows

    def test_the_limits_for_files_are_told_before_choosing(self, client, commisceo):
        tell_all(client, a_telling())
        main = read(client.get("/complain/check")).main

        assert "up to 3 files, each 10MB or smaller: PDF, Word, OpenDocument, plain text, JPEG, PNG or HEIC" in main


class TestFiles:
    def post(self, client, name, content):
        tell_all(client, a_telling())
        return client.post("/complain/check", {"file_1": SimpleUploadedFile(name, content)})

    @pytest.mark.parametrize(
        ("name", "content", "media_type"),
        [
            ("letter.pdf", PDF, "application/pdf"),
            ("photo.JPG", a_jpeg(), "image/jpeg"),
            ("IMG_0042.heic", a_heic(), "image/heic"),
            ("notes.txt", "Nobody rang – twice.".encode(), "text/plain; charset=utf-8"),
        ],
    )
    def test_a_paper_goes_with_the_complaint_as_what_it_is(self, client, commisceo, name, content, media_type):
        assert self.post(client, name, content).status_code == 302
        paper = Document.objects.get(kind="attachment")

        assert (paper.title, paper.media_type, paper.size) == (name, media_type, len(content))

    @pytest.mark.parametrize(
        ("name", "content", "words"),
        [
            ("letter.pdf", b"MZ\x90\x00 a program", "The selected file is not what its name says"),
            ("photo.png", PDF, "The selected file is not what its name says"),
            ("program.exe", b"MZ\x90\x00", "The selected file must be one of these kinds"),
            ("letter.pdf", b"", "The selected file is empty"),
            ("scan.pdf", b"%PDF-" + b"x" * 20_000_000, "The selected file must be 10MB or smaller. Yours is 20MB"),
        ],
    )
    def test_what_we_cannot_keep_is_told_and_nothing_is_sent(self, client, commisceo, name, content, words):
        response = self.post(client, name, content)
        page = read(response)

        assert response.status_code == 422
        assert page.problems[0][0].startswith(words)
        assert page.problems[0][1] == "#file_1"
        assert "They said that they would ring on Monday." in page.main
        assert not Case.objects.exists()

    def test_nothing_is_lost_by_sending_more_than_any_form_takes(self, client, commisceo, day):
        day.PUTRIGHT_REQUEST_LIMIT = 1_000_000
        response = self.post(client, "scan.pdf", b"%PDF-" + b"x" * 1_100_000)

        assert response.status_code == 413
        assert "They said that they would ring on Monday." in read(client.get("/complain/check")).main


class TestSending:
    def test_the_case_holds_what_was_said(self, client, commisceo):
        patient = {"patient_name": "Rosa Quill"} | dated("patient_born_on", date(1950, 5, 5))
        first = {"subject_1": "communications", "words_1": "Nobody rang."}
        second = {"subject_2": "access", "words_2": "The tablets were stopped."}
        told = a_telling(
            **{"what-happened": first, "anything-else": {"more_1": "yes"}, "what-happened-2": second},
            **{"when-2": {"occurred_2": "same"}, "wanted-2": {"wanted_2": ""}, "anything-else-2": {"more_2": "no"}},
            whose={"basis": "requested"},
            patient=patient,
            speaking=DAUGHTER,
            when={"occurred": "about", "occurred_about": "around Candlemas"},
            noticed={"noticed": "exact", **dated("known_on", date(2026, 2, 10))},
            before={"before": "pending", "pending_whom": "The nurse", "pending_when": "In February"},
            reach={"email": "ida@example.org", "telephone": "07700 900123", "prefer": "email"},
            by_email={"by_email": "yes"},
            needs={"needs": ["large-print", "interpreter"], "language": "Polish"},
        )
        sent(client, told)
        case = Case.objects.get()

        assert (case.body.code, case.basis, case.channel, case.received_on) == (
            "commisceo",
            "requested",
            "online",
            MAUNDY_THURSDAY,
        )
        assert (case.complainant.name, case.patient.name, str(case.patient.born_on)) == (
            "Ida Quill",
            "Rosa Quill",
            "1950-05-05",
        )
        assert case.complainant.email_agreed_on == MAUNDY_THURSDAY
        assert case.complainant.home == "southend-on-sea"
        assert case.complainant.adjustments == [["large-print", ""], ["interpreter", "Polish"]]
        assert case.complainant.adjustments_on == MAUNDY_THURSDAY
        assert case.complainant.needs == "Would rather hear from us by email"
        assert list(Issue.objects.filter(case=case).values_list("subject", flat=True)) == ["communications", "access"]
        texts = dict(Document.objects.filter(case=case).values_list("title", "text"))
        assert texts == {
            "Issue 1, in the person's words": "Nobody rang.",
            "Issue 2, in the person's words": "The tablets were stopped.",
            "What the person would like to happen": "Issue 1: An apology.",
            "How the person is connected to the patient": "Daughter",
            "Roughly when it happened": "around Candlemas",
            "Who is still looking into it": "The nurse",
            "When the person complained to them": "In February",
        }
        # A day that is only roughly known is not made up; the day of knowledge is kept.
        assert list(case.events.order_by("number").values_list("event", flat=True)) == ["came_to_notice", "received"]

    def test_the_reference_the_link_and_what_comes_next_are_shown(self, client, commisceo):
        page = sent(client)
        case = Case.objects.get()

        assert page.headings == ["Complaint sent"]
        assert f"{case.reference[:4]}-{case.reference[4:]}" in page.main
        # Good Friday 3 April and Easter Monday 6 April 2026 are no working days: the register is for 7 April,
        # the acknowledgement that the procedure promises for 20 April is due by law on 9 April.
        assert "By Tuesday 7 April 2026" in page.main
        assert "By Thursday 9 April 2026" in page.main
        assert "By Thursday 1 October 2026 We send you our signed answer in writing." in page.main
        assert "South East Essex Advocacy Service" in page.main

    def test_the_link_opens_the_case_and_is_nowhere_in_the_database(self, client, commisceo):
        page = sent(client)
        link = page.texts("//a[contains(@class, 'app-keep__link')]")[0]
        secret = link.rpartition("/")[2]

        assert len(secret) == 22
        assert follow(Case.objects.get().reference, secret, MAUNDY_THURSDAY, now=at(MAUNDY_THURSDAY)).complainant
        assert secret not in str(FollowLink.objects.values_list())
        assert Client().get(link).headers["Location"] == "/following"

    def test_the_link_can_be_put_away(self, client, commisceo):
        secret = sent(client).texts("//a[contains(@class, 'app-keep__link')]")[0].rpartition("/")[2]
        client.post("/complain/sent")
        page = read(client.get("/complain/sent"))

        assert page.headings == ["Complaint sent"]
        assert secret not in page.main
        assert secret not in str(dict(client.session))

    def test_the_page_is_not_kept_by_the_browser(self, client, commisceo):
        sent(client)

        assert "no-store" in client.get("/complain/sent").headers["Cache-Control"]

    def test_the_button_pressed_twice_makes_one_complaint(self, client, commisceo):
        sent(client)

        assert client.post("/complain/check").headers["Location"] == "/complain/sent"
        assert Complaint.objects.count() == 1

    def test_a_second_complaint_is_another(self, client, commisceo):
        sent(client)
        client.post("/complain", {"to": "commisceo"})
        sent(client)

        assert Complaint.objects.count() == 2
