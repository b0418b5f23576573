"""What do the questions of a page take, refuse and show again?"""

from datetime import date
from html.parser import HTMLParser

import pytest
from django import forms as django_forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import engines
from django.utils.datastructures import MultiValueDict

from putright.domain.duty import Refused
from putright.web.forms import (
    CheckboxesField,
    Choice,
    DateField,
    EmailField,
    FileField,
    HiddenField,
    NumberField,
    PageForm,
    PasswordField,
    RadiosField,
    SelectField,
    TelField,
    TextareaField,
    TextField,
    choices_from,
)
from putright.web.uploads import OversizeFile

TODAY = date(2026, 4, 9)
DRAW = '{% from "components/field.jinja" import field, fields %}'


def drawn(form: PageForm, what: str = "{{ fields(form) }}") -> str:
    return engines["jinja2"].from_string(DRAW + what).render({"form": form})


def form_of(field: django_forms.Field) -> type[PageForm]:
    return type("AForm", (PageForm,), {"answer": field})


def said(field: django_forms.Field, data, files=None) -> str:
    """Return what the form of this one field says to what was typed, or nothing."""
    data = data if isinstance(data, dict) else {"answer": data}
    problems = form_of(field)(
        MultiValueDict({k: v if isinstance(v, list) else [v] for k, v in data.items()}), files, today=TODAY
    ).problems
    return problems[0].text if problems else ""


def value(field: django_forms.Field, typed: str):
    form = form_of(field)({"answer": typed}, today=TODAY)
    assert form.is_valid(), form.errors
    return form.cleaned_data["answer"]


class Ids(HTMLParser):
    """Collects what labels point to, and what there is."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.pointed: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if "id" in given:
            self.ids.append(given["id"])
        self.pointed |= {given["for"]} if "for" in given else set()
        self.pointed |= set((given.get("aria-describedby") or "").split())


class TestTypedAnswers:
    def test_a_required_answer_is_asked_for_in_the_words_of_its_question(self):
        assert said(TextField("Name", required="Enter your full name"), "   ") == "Enter your full name"

    def test_an_optional_question_says_so(self):
        assert "Name (optional)" in drawn(form_of(TextField("Name"))(today=TODAY))
        assert "(optional)" not in drawn(form_of(TextField("Name", required="Enter it"))(today=TODAY))

    def test_a_line_keeps_its_words_and_loses_what_no_keyboard_types(self):
        assert value(TextField("Name"), "  Amina\x00 \x1b O’Keefe-Şahin ") == "Amina  O’Keefe-Şahin"
        assert value(TextField("Name"), "one\r\ntwo") == "one two"

    def test_a_line_that_is_too_long_says_by_how_much(self):
        assert (
            said(TextField("Name", max_length=10), "x" * 12)
            == "Shorten your answer to 10 characters or fewer. It has 12"
        )

    def test_the_end_of_a_line_counts_once_as_the_page_counts_it(self):
        field = TextareaField("Story", max_length=5)

        assert value(field, "ab\r\ncd") == "ab\ncd"
        assert (
            said(TextareaField("Story", max_length=5), "ab\r\ncde")
            == "Shorten your answer to 5 characters or fewer. It has 6"
        )

    @pytest.mark.parametrize("typed", ["amina", "amina@", "@example.org", "a b@example.org", "amina@example"])
    def test_an_email_address_nobody_can_write_to_is_refused(self, typed):
        assert said(EmailField(), typed) == "Enter an email address in the correct format, like name@example.org"

    def test_an_email_address_is_taken_without_the_spaces_around_it(self):
        assert value(EmailField(), " amina@example.org ") == "amina@example.org"

    @pytest.mark.parametrize(
        "typed",
        [
            "01632 960001",
            "(01632) 960 001",
            "+44 7700 900982",
            "07700-900982",
            "18001 01632 960001",
            "01632 960001 ext 12",
        ],
    )
    def test_a_telephone_number_is_kept_as_it_was_typed(self, typed):
        assert value(TelField(), f" {typed} ") == typed

    @pytest.mark.parametrize("typed", ["none", "0163", "call me", "01632 960001 or my son"])
    def test_what_nobody_can_dial_is_refused(self, typed):
        assert said(TelField(), typed) == "Enter a telephone number, like 01632 960001 or 07700 900982"

    @pytest.mark.parametrize("typed", ["-1", "131", "ten", "1.5"])
    def test_a_number_outside_its_limits_names_them(self, typed):
        assert said(NumberField("Age", most=130), typed) == "Enter a whole number from 0 to 130"

    def test_a_password_is_never_drawn_again(self):
        form = form_of(PasswordField(required="Enter your password"))({"answer": "correct horse"}, today=TODAY)

        assert form.is_valid()
        assert "correct horse" not in drawn(form)


class TestChosenAnswers:
    CHOICES = (Choice("post", "By letter"), Choice("email", "By email", reveals=("address",)))

    class AnswerForm(PageForm):
        way = RadiosField(
            "How?",
            (Choice("post", "By letter"), Choice("email", "By email", reveals=("address",))),
            required="Choose how",
        )
        address = EmailField("Where to?", required="Enter the address")

    def test_a_revealed_question_is_asked_only_where_it_is_revealed(self):
        by_letter = self.AnswerForm({"way": "post", "address": "nonsense"}, today=TODAY)
        by_email = self.AnswerForm({"way": "email", "address": ""}, today=TODAY)

        assert by_letter.is_valid()
        assert by_letter.cleaned_data == {"way": "post", "address": ""}
        assert [problem.text for problem in by_email.problems] == ["Enter the address"]

    def test_a_revealed_question_is_drawn_once_inside_its_answer(self):
        html = drawn(self.AnswerForm(today=TODAY))

        assert html.count('name="address"') == 1
        assert html.index('value="email"') < html.index('name="address"')

    def test_an_answer_that_was_not_offered_is_refused(self):
        assert said(RadiosField("How?", self.CHOICES[:1]), "pigeon") == "Choose one of the answers listed"
        assert said(SelectField("How?", self.CHOICES[:1]), "pigeon") == "Choose one of the answers listed"
        assert said(CheckboxesField("How?", self.CHOICES[:1]), ["post", "pigeon"]) == "Choose one of the answers listed"

    def test_none_of_these_excludes_the_others(self):
        choices = (Choice("large", "Large print"), Choice("none", "None of these", alone=True))

        assert said(CheckboxesField("Help?", choices), ["none"]) == ""
        assert (
            said(CheckboxesField("Help?", choices), ["large", "none"])
            == "Choose “None of these” or the answers that apply, not both"
        )

    def test_choices_come_from_a_table_of_codes_and_words(self):
        assert choices_from({"gp": "A surgery"}) == (Choice("gp", "A surgery"),)


class TestFiles:
    def test_a_file_of_a_kind_we_take_is_taken(self):
        form = form_of(FileField("Letter", max_bytes=1000))(
            {}, {"answer": SimpleUploadedFile("Letter.PDF", b"%PDF-")}, today=TODAY
        )

        assert form.is_valid(), form.errors

    @pytest.mark.parametrize(
        ("file", "words"),
        [
            (SimpleUploadedFile("a.pdf", b"x" * 1001), "The selected file must be 1KB or smaller. Yours is 1KB"),
            (OversizeFile("a.pdf", 20_000_000), "The selected file must be 1KB or smaller. Yours is 20MB"),
            (
                SimpleUploadedFile("a.exe", b"MZ"),
                "The selected file must be one of these kinds: PDF, PNG, JPG, JPEG, HEIC, HEIF, TXT, DOCX, DOC, ODT",
            ),
            (
                SimpleUploadedFile("a.pdf", b""),
                "The selected file is empty. Choose another, or send it to us by post or email",
            ),
        ],
    )
    def test_another_file_is_refused_with_what_to_do(self, file, words):
        assert said(FileField("Letter", max_bytes=1000), {}, {"answer": file}) == words


class EveryForm(PageForm):
    name = TextField("Name <b>", hint="As on your letter")
    story = TextareaField("Story", counted=True, max_length=100)
    email = EmailField()
    telephone = TelField()
    age = NumberField("Age")
    born_on = DateField("Born", name="The date of birth", birth=True)
    way = RadiosField("Way", (Choice("a", "A"), Choice("b", "B", "Or this", reveals=("other",), divider="or")))
    other = TextField("Other", required="Say which")
    needs = CheckboxesField("Needs", (Choice("x", "X"), Choice("y", "Y")))
    service = SelectField("Service", (Choice("gp", "Surgery"),))
    letter = FileField("Letter", max_bytes=10)
    version = HiddenField()


TYPED = {
    "name": ['A "quoted" <script>alert(1)</script>'], "story": ["  first\r\n   second </textarea>"],
    "email": ["nonsense"],
    "telephone": ["no"], "age": ["x"], "born_on-day": ["31"], "born_on-month": ["<6>"], "born_on-year": ["2026"],
    "way": ["b"], "other": [""], "needs": ["y"], "service": ["gp"], "version": ["7"],
}  # fmt: skip


class TestWhatIsDrawn:
    def test_everything_typed_is_shown_again_and_nothing_of_it_is_markup(self):
        html = drawn(EveryForm(MultiValueDict(TYPED), {}, today=TODAY))

        assert "<script>" not in html
        assert "A &#34;quoted&#34; &lt;script&gt;" in html
        assert ">  first\r\n   second &lt;/textarea&gt;</textarea>" in html
        assert 'value="&lt;6&gt;"' in html
        assert 'value="nonsense"' in html
        assert 'name="version" value="7"' in html
        for checked in ('value="b" checked', 'value="y" checked', 'value="gp" selected'):
            assert checked in html

    def test_every_label_hint_and_message_points_at_something_and_no_name_is_given_twice(self):
        for form in (EveryForm(today=TODAY), EveryForm(MultiValueDict(TYPED), {}, today=TODAY)):
            found = Ids(drawn(form))

            assert len(found.ids) == len(set(found.ids))
            assert found.pointed <= set(found.ids)

    def test_every_mistake_leads_to_a_box_on_the_page_in_the_order_of_the_page(self):
        form = EveryForm(MultiValueDict(TYPED), {}, today=TODAY)
        found = Ids(drawn(form))

        assert [problem.href for problem in form.problems] == [
            "#email",
            "#telephone",
            "#age",
            "#born_on-month",
            "#other",
        ]
        assert {problem.href[1:] for problem in form.problems} <= set(found.ids)

    def test_a_message_stands_beside_its_box_as_in_the_list(self):
        form = EveryForm(MultiValueDict(TYPED), {}, today=TODAY)

        assert all(drawn(form).count(problem.text) == 1 for problem in form.problems)

    def test_initial_values_are_shown(self):
        form = EveryForm(
            today=TODAY, initial={"born_on": date(1950, 12, 31), "name": "Amina", "way": "a", "needs": ["x"]}
        )
        html = drawn(form)

        for shown in (
            'value="31"',
            'value="12"',
            'value="1950"',
            'value="Amina"',
            'value="a" checked',
            'value="x" checked',
        ):
            assert shown in html

    def test_a_question_can_be_the_heading_of_its_page(self):
        form = EveryForm(today=TODAY)

        assert '<h1 class="nhsuk-label-wrapper">' in drawn(form, "{{ field(form.name, heading=true) }}")
        assert '<h1 class="nhsuk-fieldset__heading">' in drawn(form, "{{ field(form.way, heading=true) }}")

    def test_a_field_of_djangos_own_is_a_mistake(self):
        with pytest.raises(TypeError, match="CharField is not one of the fields"):
            drawn(form_of(django_forms.CharField())(today=TODAY))


class TestRefusals:
    REFUSAL = Refused(code="closed", message="This case is closed", authority="Clause 9")

    def test_a_refusal_heads_the_list_with_its_authority(self):
        form = form_of(TextField("Note"))({"answer": "x"}, today=TODAY)
        form.refuse(self.REFUSAL, Refused(code="other", message="Nor is it yours"))

        assert not form.is_valid()
        assert [(problem.text, problem.href, problem.authority) for problem in form.problems] == [
            ("This case is closed", "", "Clause 9"),
            ("Nor is it yours", "", ""),
        ]

    def test_a_refusal_can_stand_at_a_field(self):
        form = form_of(TextField("Note"))({"answer": "x"}, today=TODAY)
        form.refuse(self.REFUSAL, field="answer")

        assert form.problems[0].href == "#answer"
        assert "This case is closed" in drawn(form)
