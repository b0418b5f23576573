"""What are the words of a message? Its plain text, or the words of its HTML; never anything a browser could act on."""

import html
import re
from base64 import b64decode
from email.errors import InvalidBase64LengthDefect
from email.message import EmailMessage
from typing import Final

import nh3

LONGEST: Final = 90_000  # characters: a case takes 100,000 as one paper
_LONGEST_HTML: Final = 600_000
_MOST_TAGS: Final = 8_000  # what nests deeply costs the square of its depth
_LONGEST_BYTES: Final = 4 * _LONGEST_HTML

_BREAKS: Final = {
    "p",
    "br",
    "div",
    "li",
    "tr",
    "table",
    "ul",
    "ol",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
}
_DROPPED: Final = {"script", "style", "head", "title", "noscript", "template", "iframe", "object", "svg", "math"}
_TAG: Final = re.compile(r"<[^<>]*>")
_NOT_BASE64: Final = re.compile(rb"[^A-Za-z0-9+/]")
_SPACES: Final = re.compile(r"[ \t\u00a0]+")
_EMPTY_LINES: Final = re.compile(r"\n(?:[ \t]*\n){2,}")


def words_of(parts: tuple[EmailMessage, ...]) -> tuple[str, bool]:
    """The words of a message and of the messages inside it, and whether they had to be cut.

    Of two ways in which the same is written the plain one is taken, unless it is empty.
    """
    found: list[str] = []
    plain, marked = "", ""
    for part in parts:
        kind = part.get_content_type()
        if kind == "message/rfc822":
            found += [plain or marked]
            plain, marked = "", ""
            found.append("[A message that was attached]")
        elif part.is_multipart():
            continue
        elif kind == "text/plain" and not _is_attached(part):
            plain = "\n\n".join(filter(None, [plain, tidy(decoded(part))]))
        elif kind == "text/html" and not _is_attached(part):
            marked = "\n\n".join(filter(None, [marked, words_of_html(decoded(part))]))
    found.append(plain or marked)
    whole = "\n\n".join(filter(None, found))
    return whole[:LONGEST], len(whole) > LONGEST


def words_of_html(source: str) -> str:
    """The words of HTML, a line for each block; scripts and styles are gone, and no mark-up is left.

    >>> words_of_html("<p>I am <b>not</b> well.<script>alert(1)</script></p><p>2 &lt; 3</p>")
    'I am not well.\\n2 < 3'
    """
    cut = source[:_LONGEST_HTML]
    tags = [found.start() for found in re.finditer("<", cut)]
    if len(tags) > _MOST_TAGS:
        cut = cut[: tags[_MOST_TAGS]]
    cleaned = nh3.clean(cut, tags=_BREAKS, attributes={}, clean_content_tags=_DROPPED, link_rel=None)
    lines = html.unescape(_TAG.sub("\n", cleaned.replace("\n", " "))).split("\n")
    return tidy("\n".join(filter(None, (line.strip() for line in lines))))


def decoded(part: EmailMessage) -> str:
    """The text of a part, whatever it says that it is written in: what cannot be read is marked as such."""
    content = content_of(part)[:_LONGEST_BYTES]
    for charset in (part.get_content_charset(), "utf-8", "cp1252"):
        try:
            return content.decode(charset or "utf-8")
        except (LookupError, ValueError, TypeError):
            continue
    return content.decode("utf-8", "replace")


def content_of(part: EmailMessage) -> bytes:
    """The content of a part; of base64 that is broken as much as there is."""
    raw = part.get_payload(decode=True)
    content = raw if isinstance(raw, bytes) else b""
    if any(isinstance(defect, InvalidBase64LengthDefect) for defect in part.defects):
        sound = _NOT_BASE64.sub(b"", content)
        return b64decode(sound[: len(sound) - len(sound) % 4])
    return content


def tidy(text: str) -> str:
    """A text without control characters or marks that turn its direction, its empty lines no more than one together.

    >>> tidy("one\\r\\n\\r\\n\\r\\n\\r\\ntwo\\x00\\u202e")
    'one\\n\\ntwo'
    """
    lines = "\n".join(text.splitlines())
    seen = "".join(char for char in lines if char.isprintable() or char in "\n\t\u00a0")
    return _EMPTY_LINES.sub("\n\n", _SPACES.sub(" ", seen)).strip()


def in_a_line(text: str) -> str:
    """A text in one line, without control characters and without what cannot be stored.

    >>> in_a_line("Pat\\r\\nBcc: somebody@example.org")
    'Pat Bcc: somebody@example.org'
    """
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _is_attached(part: EmailMessage) -> bool:
    return part.get_content_disposition() == "attachment"
