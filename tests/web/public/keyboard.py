"""How does somebody use a page who has only a keyboard? By Tab, Space, Enter and the arrows, looking where they are."""

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Page

MOST_STOPS = 120
OPTIONS = 40
# Where one is, and whether that shows: it, or its label, looks otherwise than without the focus.
FOCUSED = """() => {
  const all = [...document.querySelectorAll("body *")];
  const e = document.activeElement, box = e.getBoundingClientRect();
  const shape = (of, part) => {
    const s = of ? getComputedStyle(of, part) : {};
    return [s.boxShadow, s.outline, s.backgroundColor, s.borderColor, s.borderWidth].join();
  };
  const look = () => [shape(e), shape(e.labels?.[0], "::before")].join();
  const held = look();
  let shows = true;
  if (e !== document.body && e.tabIndex >= 0) { e.blur(); shows = look() !== held; e.focus({preventScroll: true}); }
  return {
    tag: e.tagName.toLowerCase(), type: e.type ?? "", name: e.name ?? "", value: e.value ?? "", checked: !!e.checked,
    text: (e.innerText ?? "").trim(), kind: e.className, place: all.indexOf(e), inside: !!e.closest("main"), shows,
    seen: box.width > 1 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
  };
}"""
# What sticks out of a narrow window, or is cut off at the edge of a box that hides what does not fit.
CUT_OFF = """() => {
  const wrong = [];
  if (document.documentElement.scrollWidth > innerWidth) wrong.push("the page scrolls sideways");
  for (const e of document.querySelectorAll("main *, header *, footer *")) {
    const s = getComputedStyle(e), hides = ["hidden", "clip"].includes(s.overflowX) && e.clientWidth > 1;
    if (hides && e.scrollWidth > e.clientWidth + 1 && e.innerText?.trim())
      wrong.push(`cut off: ${e.innerText.trim().slice(0, 60)}`);
  }
  return wrong;
}"""


class Keyboard:
    """Somebody at a keyboard, who notes wherever they cannot see where they are or are led back."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.met: list[str] = []

    def opens(self, path: str) -> None:
        """Open a page by its address, which a keyboard can."""
        self.page.goto(path)
        self.arrives()

    def arrives(self) -> None:
        """Look at a page that has just opened."""
        self.page.wait_for_load_state()
        self.met += [f"{self.page.url}: {wrong}" for wrong in self.page.evaluate(CUT_OFF)]

    def where(self) -> dict[str, Any]:
        """What has the focus."""
        return dict(self.page.evaluate(FOCUSED))

    def tabs(self) -> dict[str, Any]:
        """Go to the next stop, which must be further on and be seen."""
        before = self.where()["place"]
        self.page.keyboard.press("Tab")
        now = self.where()
        name = f"{self.page.url}: {now['tag']} {now['name'] or now['text'][:40]}"
        if now["place"] < 0 or not now["seen"]:
            self.met.append(f"{name} cannot be seen")
        if not now["shows"]:
            self.met.append(f"{name} does not show that it has the focus")
        if now["place"] <= before:
            self.met.append(f"{name} comes after something that stands further on")
        return now

    def goes_to(self, text: str) -> None:
        """Go on to a link or a button of these words."""
        for _ in range(MOST_STOPS):
            now = self.tabs()
            if now["tag"] in {"a", "button"} and now["text"].startswith(text):
                return
        raise AssertionError(f"no stop is called “{text}” on {self.page.url}")

    def presses(self, text: str) -> None:
        """Go on to a link or a button, and press Enter."""
        self.goes_to(text)
        self.enters()

    def enters(self) -> None:
        """Press Enter, and look at the page that comes."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.arrives()

    def answers(self, told: Mapping[str, str | list[str]]) -> None:
        """Answer a question, stop by stop, and press Enter on its button."""
        left = dict(told)
        now = self.where()
        for _ in range(MOST_STOPS):
            if now["inside"] and now["tag"] == "button":
                assert not left, f"{sorted(left)} was not met on {self.page.url}"
                return self.enters()
            if now["inside"] and now["name"] in left:
                self._answers_here(now, left)
            now = self.tabs()
        raise AssertionError(f"no button was met on {self.page.url}")

    def _answers_here(self, now: dict[str, Any], left: dict[str, Any]) -> None:
        name, wanted = now["name"], left[now["name"]]
        if now["type"] == "radio":
            self._chooses(str(wanted))
        elif now["type"] == "checkbox":
            if now["value"] not in wanted:
                return
            self.page.keyboard.press("Space")
            wanted.remove(now["value"])
            if wanted:
                return
        elif now["tag"] == "select":
            self._finds(str(wanted))
        else:
            self.page.keyboard.type(str(wanted).replace("\r", ""))
        del left[name]

    def _chooses(self, wanted: str) -> None:
        """Go through radios by the arrows, which choose as they go; Space chooses the one where one is."""
        for _ in range(OPTIONS):
            if self.where()["value"] == wanted:
                if not self.where()["checked"]:
                    self.page.keyboard.press("Space")
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{wanted} is no answer on {self.page.url}")

    def _finds(self, wanted: str) -> None:
        """Type the beginning of what a list is to say."""
        words = self.page.evaluate(
            "wanted => [...document.activeElement.options].find(each => each.value === wanted).text", wanted
        )
        self.page.keyboard.type(words)
        assert self.where()["value"] == wanted
