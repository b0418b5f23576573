"""A person at a browser: what they open, read, fill in and press; every page they come to is checked by axe."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.journeys.pictures import keep_letter, keep_picture
from tests.served import served
from tests.web.accessibility import faults

PASSWORD = "made-up-people-only"
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
PATIENCE = 90_000  # milliseconds until a page is given up: it comes when it comes, where much else goes on
expect.set_options(timeout=PATIENCE)


@dataclass
class Visitor:
    """Somebody at a browser, on a day on which the site is served."""

    page: Page
    site: str
    unchecked: set[str] = field(default_factory=set)

    def opens(self, path: str) -> None:
        """Open an address of the site, or a whole one."""
        self.page.goto(path if path.startswith("http") else f"{self.site}{path}")
        self.is_well()

    def is_well(self) -> None:
        """The page has one heading of the first level, a title, and no fault that axe can see."""
        self.page.wait_for_load_state()
        assert self.page.locator("h1").count() == 1, self.page.url
        assert self.page.title(), self.page.url
        found = faults(self.page)
        assert not found, f"{self.page.url}: {found}"

    def presses(self, name: str) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=name, exact=True).first.click()
        self.is_well()

    def follows(self, name: str) -> None:
        """Follow a link."""
        self.page.get_by_role("link", name=name, exact=True).first.click()
        self.is_well()

    def fills(self, **boxes: str) -> None:
        """Write in boxes, named as the form names them."""
        for name, text in boxes.items():
            self.page.locator(f"[name={name}]").first.fill(text)

    def selects(self, **boxes: str) -> None:
        """Choose from lists, by the value or else by the words."""
        for name, value in boxes.items():
            box = self.page.locator(f"select[name={name}]")
            values = box.locator("option").evaluate_all("options => options.map(option => [option.value, option.text])")
            chosen = next(code for code, words in values if value == code or words.startswith(value))
            box.select_option(chosen)

    def chooses(self, **boxes: str) -> None:
        """Choose among radios or tick a box, by its value."""
        for name, value in boxes.items():
            self.page.locator(f"input[name={name}][value='{value}']").check()

    def dates(self, **boxes: date) -> None:
        """Write dates in their three boxes."""
        for name, day in boxes.items():
            for part, number in (("day", day.day), ("month", day.month), ("year", day.year)):
                self.page.locator(f"[name={name}-{part}]").fill(str(number))

    def reads(self, *texts: str) -> None:
        """Every one of these stands on the page, whatever is folded away included."""
        whole = self.text()
        for text in texts:
            assert text in whole, f"“{text}” is not on {self.page.url}:\n{whole[:6000]}"

    def does_not_read(self, *texts: str) -> None:
        """None of these stands on the page."""
        whole = self.text()
        for text in texts:
            assert text not in whole, f"“{text}” is on {self.page.url}:\n{whole[:3000]}"

    def text(self) -> str:
        """The words of the page, white space made single."""
        return re.sub(r"\s+", " ", self.page.locator("body").text_content() or "")

    def is_told(self, words: str) -> None:
        """A notice says that something was done."""
        expect(self.page.get_by_text(words).first).to_be_visible()

    def pictured(self, name: str, *, start: str = "", end: str = "") -> None:
        """Keep a picture for the guide, where one is wanted: of the window, or from one part of the page to another."""
        keep_picture(self.page, name, start=start, end=end)

    def pictured_letter(self, name: str) -> None:
        """Open the first letter that waits, and keep a picture of its first page for the guide."""
        self.opens("/letters")
        address = self.page.get_by_role("link", name=re.compile("^Open the PDF")).first.get_attribute("href")
        pdf = self.page.context.request.get(f"{self.site}{address}").body()
        assert pdf.startswith(b"%PDF"), address
        keep_letter(pdf, name)

    def signs_in(self, email: str) -> None:
        """Sign in as a member of staff of the demonstration."""
        self.opens("/sign-in")
        self.fills(email=email, password=PASSWORD)
        self.page.locator("[name=password]").press("Enter")
        self.is_well()

    def opens_case(self, reference: str) -> None:
        """Open the page of a case."""
        self.opens(f"/cases/{reference}")

    def begins(self, reference: str, act: str) -> None:
        """Open the page of an action on a case."""
        self.opens(f"/cases/{reference}/{act}")

    def records(self, reference: str, act: str, **answers: "str | date") -> None:
        """Do something on a case: open its page, answer what is asked, press its button."""
        self.begins(reference, act)
        self.answers(**answers)
        self.submits()
        expect(self.page).to_have_url(re.compile(f"/cases/{reference}$"))

    def writes(self, reference: str, act: str, **answers: "str | date") -> None:
        """Write a letter: answer what is asked, read the letter as it would go, and let it go into the print queue."""
        self.begins(reference, act)
        self.answers(**answers)
        self.submits()
        self.page.locator("button[name=step][value=send]").click()
        self.is_well()
        expect(self.page).to_have_url(re.compile(f"/cases/{reference}$"))

    def posts(self, reference: str) -> None:
        """Mark the letter that waits as posted, from the page of its case."""
        self.opens_case(reference)
        self.page.get_by_role("link", name=re.compile("^Mark as posted")).first.click()
        self.is_well()
        self.submits()

    def submits(self) -> None:
        """Press the button of the form on the page."""
        self.page.locator("main form button[type=submit], main form button:not([type])").first.click()
        self.is_well()

    def answers(self, **answers: "str | date") -> None:
        """Answer questions by what they are: boxes, dates, lists, radios and boxes to tick."""
        for name, answer in answers.items():
            if isinstance(answer, date):
                self.dates(**{name: answer})
            elif self.page.locator(f"select[name={name}]").count():
                self.selects(**{name: answer})
            elif self.page.locator(f"input[name={name}][type=radio], input[name={name}][type=checkbox]").count():
                self.chooses(**{name: answer})
            else:
                self.fills(**{name: answer})


@dataclass
class Site:
    """A data folder that is served as at one day after another."""

    data: Path
    browser: Browser

    @contextmanager
    def on(self, day: date, *, phone: bool = False, scripts: bool = True) -> Iterator[Visitor]:
        """Serve the site as at a day, and give somebody at a browser, on a desk or with a phone in hand."""
        with served(self.data, as_at=day.isoformat()) as address:
            context = self.browser.new_context(viewport=PHONE if phone else DESKTOP, java_script_enabled=True)  # type: ignore[arg-type]
            context.set_default_timeout(PATIENCE)
            if not scripts:
                context.route("**/*.js", lambda route: route.abort())
            try:
                yield Visitor(context.new_page(), address)
            finally:
                context.close()
