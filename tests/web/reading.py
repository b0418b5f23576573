"""What does a person read on a page? Its title, headings, list of mistakes and links, taken from the HTML."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import html


@dataclass(frozen=True)
class Read:
    """One page, read."""

    tree: html.HtmlElement

    @property
    def title(self) -> str:
        return " ".join(self.tree.findtext(".//title").split())

    @property
    def headings(self) -> list[str]:
        return self.texts("//h1")

    @property
    def problems(self) -> list[tuple[str, str | None]]:
        """Return each mistake listed at the head, with where it leads."""
        items = self.tree.xpath("//*[contains(@class, 'nhsuk-error-summary__list')]/li")
        return [(words(item), next(iter(item.xpath(".//a/@href")), None)) for item in items]

    @property
    def main(self) -> str:
        return words(self.tree.xpath("//main")[0])

    @property
    def links(self) -> dict[str, str]:
        return {words(a): a.get("href") for a in self.tree.xpath("//a[@href]")}

    def texts(self, path: str) -> list[str]:
        return [words(found) for found in self.tree.xpath(path)]


def read(response) -> Read:
    """Read the page of a response."""
    return Read(html.document_fromstring(response.content.decode()))


def words(element: html.HtmlElement) -> str:
    """Return the words inside an element, one space between them."""
    return " ".join(" ".join(element.itertext()).split())
