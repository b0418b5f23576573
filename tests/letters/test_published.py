"""Does every part of a procedure show on its public page, in plain words, and does the page stand alone?"""

import re
from datetime import date
from pathlib import Path

import pytest
from lxml import etree, html

from putright.casework.queries.findings import findings_in
from putright.gateways.procedure_files import law_of, programme, read_procedure
from putright.letters.published import as_html, as_markdown
from putright.letters.published_facts import published
from putright.letters.timetable import as_svg
from tests.domain.cases import HEAD

LEAFLET = Path(__file__).with_name("leaflet.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def leaflet():
    return read_procedure(LEAFLET, file="elm.yaml").programme


@pytest.fixture(scope="module")
def page(leaflet):
    return as_markdown(leaflet, law_of(leaflet), findings_in(leaflet, date(2026, 4, 2)))


@pytest.mark.parametrize(
    "said",
    [
        "- Version: 3",
        "- In force from: Monday 5 January 2026",
        "- To be reviewed by: Tuesday 5 January 2027",
        "- Working days: Those of England and Wales",
        "## Where the law promises you more",
        "## Stage 2: A second look",
        "This stage begins once a review was asked for (clause 6).",
        "| 5 working days after the complaint was received | 2 | 3 working days after the complaint was received "
        "(SI 2009/309 reg 13(3)). The law's date counts. |",
        "Who: The practice manager.",
        "It is done once the complaint was acknowledged and a discussion of the handling was offered.",
        "| 20 days, read as working days, after the complaint was received; or 10 working days after details were "
        "received, whichever is later |",
        "This is an aim.",
        "It cannot be done before the patient gave consent.",
        "The letter says: conclusions.",
        "The date can be changed by a notice that explains the change, but only before it has passed and at most 2 "
        "times. The reason must be given.",
        "Its clock can be paused.",
        "It is still owed after the complaint was withdrawn.",
        "How this is read: “Days” is read as working days.",
        "Again every 4 weeks until the response was sent.",
        "Not if the complaint was found not to be one that must be dealt with.",
        "Only if “We answer you” was missed.",
        "## What you need to do, and by when",
        "After that day it is too late.",
        "20 working days after the stage “A second look” began",
        "- 12 months after what is complained of happened. (clause 1)",
        "- A later complaint may be looked into. (clause 1)",
        "- If you complain for somebody else, the consent of a person aged 16 or over is asked for: every time. "
        "(clause 7)",
        "- The clock of “We answer you” stands still once the patient's consent was asked for, until the patient gave "
        "consent or the patient refused consent, for no longer than 10 working days. (clause 4)",
        "- What comes in on a day that is not worked, or after 16:00, counts as received on the next working day.",
        "- A case ends once the case was closed or the complaint was withdrawn.",
        "- The Ombudsman. Open to you once the response was sent. The last day for it: 12 months after the person came "
        "to know of it. (clause 5)",
        "- Your care is not affected. (clause 8)",
        "- The practice manager. Who stands in: The senior partner. Independent of: The member of staff.",
        "- Elm Tree Surgery: 1 Example Street; 01632 960001.",
        "- It says: Twenty days. Read as: Working days. (clause 3)",
    ],
)
def test_every_part_of_a_file_shows(page, said):
    assert said in page


def test_the_cures_of_the_checker_are_for_who_writes_the_file(page):
    assert "Promise the law's time" not in page


def test_a_document_without_version_or_date_says_so():
    made = programme("commisceo")

    assert ("Version", "Published without a version or a date") in published(made, law_of(made)).facts


class TestThePageThatStandsAlone:
    @pytest.fixture
    def tree(self, leaflet):
        return html.document_fromstring(as_html(leaflet, law_of(leaflet), findings_in(leaflet, date(2026, 4, 2))))

    def test_takes_nothing_from_elsewhere_and_runs_nothing(self, tree):
        assert tree.xpath("//script | //link | //img | //iframe | //@onclick") == []
        assert "@import" not in tree.findtext(".//style")
        assert "url(" not in tree.findtext(".//style")

    def test_has_its_language_a_way_past_the_head_and_one_first_heading(self, tree):
        assert tree.get("lang") == "en-GB"
        assert tree.xpath("//a[1]/@href") == ["#maincontent"] or tree.xpath("//body/a[1]/@href") == ["#maincontent"]
        assert len(tree.xpath("//h1")) == 1
        assert tree.xpath("//h3") == []

    def test_each_table_has_a_caption_and_says_what_its_columns_are(self, tree):
        tables = tree.xpath("//table")

        assert len(tables) == 3
        assert all(table.xpath("./caption") for table in tables)
        assert all(set(table.xpath(".//th/@scope")) == {"col"} for table in tables)

    def test_nothing_that_stands_in_a_file_becomes_part_of_the_page(self):
        text = LEAFLET.replace("Your care is not affected.", "'<script>alert(1)</script>'")
        made = read_procedure(text, file="elm.yaml").programme
        shown = as_html(made, law_of(made))

        assert "<script>" not in shown
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown

    def test_of_a_short_leaflet_leaves_out_what_it_does_not_say(self):
        short = "steps:\n  one: {promise: P., due: on received, met_when: closed}\n"
        made = read_procedure(HEAD + short, file="a.yaml").programme
        tree = html.document_fromstring(as_html(made, None))

        assert tree.xpath("//h2/text()") == ["What is promised, and by when", "The times as a picture"]


class TestThePicture:
    @pytest.mark.parametrize("name", ["commisceo", "living-well-partnership", "england-2009", "ombudsman"])
    def test_holds_every_promise_in_words(self, name):
        made = programme(name)
        tree = etree.fromstring(as_svg(made, law_of(made)).encode())
        described = tree.findtext("{*}desc")

        assert tree.get("role") == "img"
        assert tree.get("aria-labelledby") == "timetable-title timetable-words"
        assert all(f"{rule.name.replace('-', ' ').capitalize()}: " in described for rule in made.rules)

    def test_stays_inside_its_frame(self):
        made = programme("commisceo")
        tree = etree.fromstring(as_svg(made, law_of(made)).encode())
        width, height = int(tree.get("width")), int(tree.get("height"))

        for bar in tree.iter("{*}rect"):
            assert float(bar.get("x", "0")) + float(bar.get("width")) <= width
        for words in tree.iter("{*}text"):
            assert 0 < float(words.get("y")) < height
            if size := words.get("font-size"):  # the words of the scale stand around their line
                assert float(words.get("x")) + 0.53 * float(size) * len(words.text) < width

    def test_a_law_that_is_earlier_stands_beside_the_promise(self, leaflet):
        assert "The law: 3 working days after the complaint was received" in re.sub(
            r"<[^>]+>", "", as_svg(leaflet, law_of(leaflet))
        )
