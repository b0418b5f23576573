"""Is the file of a case that was handed over whole, and is everything in it as it was sealed?

Whoever has it needs nothing else: the chain is sealed entry by entry, and each entry names its papers by digests that
are made with a salt, which comes with the paper.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from putright.domain.chain import Head, Sealed, first_break, salted_digest

VERSION: Final = 1
MANIFEST: Final = "manifest.json"
CHECKSUMS: Final = "sha256sums.txt"
ABOUT: Final = "read-me.txt"
OURS: Final = frozenset({MANIFEST, CHECKSUMS, ABOUT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """One paper that is handed over: its name in the parcel, and how its content is known; or why it is left out."""

    number: int
    title: str
    digest: str
    name: str = ""
    sha256: str = ""
    salt: str = ""
    left_out: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What does not fit in a file that was handed over, and where."""

    code: str
    message: str


def manifest_of(
    reference: str, made_at: str, head: Head, entries: Sequence[Sealed], papers: Sequence[Handed]
) -> dict[str, Any]:
    """What the parcel says of itself: the entries with their seals, and each paper with how its content is known."""
    return {
        "version": VERSION,
        "case": reference,
        "made_at": made_at,
        "head": {"count": head.count, "seal": head.seal},
        "entries": [{"entry": dict(one.entry), "seal": one.seal} for one in entries],
        "papers": [
            {field: getattr(paper, field) for field in Handed.__slots__ if getattr(paper, field) != ""}
            for paper in papers
        ],
    }


def faults_in(manifest: Mapping[str, Any], names: Sequence[str], read: Callable[[str], bytes]) -> tuple[Fault, ...]:
    """Everything that does not fit, the chain first; `read` gives the content of what is named. None if all is whole.

    Raises KeyError, TypeError or ValueError for a manifest that is none of ours.
    """
    if manifest["version"] != VERSION:
        raise ValueError(f"the manifest is of version {manifest['version']}, and this program reads {VERSION}")
    entries = [
        Sealed(number=one["entry"]["number"], entry=one["entry"], seal=one["seal"]) for one in manifest["entries"]
    ]
    head = Head(count=manifest["head"]["count"], seal=manifest["head"]["seal"])
    found = [*_of_chain(entries, head), *_of_case(manifest["case"], entries)]
    found += _of_papers(entries, [Handed(**paper) for paper in manifest["papers"]], set(names), read)
    listed = {paper.get("name") for paper in manifest["papers"]}
    found += [
        Fault(code="file-not-listed", message=f"{name} is in the parcel, and the manifest does not name it")
        for name in sorted(set(names) - OURS - listed)
    ]
    return tuple(found)


def _of_chain(entries: Sequence[Sealed], head: Head) -> Iterator[Fault]:
    broken = first_break(entries, kept=head)
    if broken is not None:
        yield Fault(code=broken.code, message=broken.message)
    elif len(entries) != head.count:
        yield Fault(code="entry-not-counted", message=f"{head.count} entries are counted and {len(entries)} are there")


def _of_case(reference: str, entries: Sequence[Sealed]) -> Iterator[Fault]:
    others = [one.number for one in entries if one.entry["case"] != reference]
    if others:
        yield Fault(code="another-case", message=f"entry {others[0]} is of another case")


def _of_papers(
    entries: Sequence[Sealed], papers: Sequence[Handed], names: set[str], read: Callable[[str], bytes]
) -> Iterator[Fault]:
    sealed: dict[int, str] = {}
    for one in entries:
        named: Any = one.entry["papers"]
        sealed |= {number: digest for number, digest in named}
    for paper in papers:
        if sealed.pop(paper.number, None) != paper.digest:
            yield Fault(code="paper-unsealed", message=f"paper {paper.number} is not one that an entry names")
        elif not paper.left_out:
            yield from _of_content(paper, names, read)
    for number in sorted(sealed):
        yield Fault(
            code="paper-missing", message=f"paper {number} is named by an entry, and the parcel does not list it"
        )


def _of_content(paper: Handed, names: set[str], read: Callable[[str], bytes]) -> Iterator[Fault]:
    if paper.name not in names:
        yield Fault(code="file-missing", message=f"{paper.name} is listed and is not in the parcel")
        return
    content = read(paper.name)
    if sha256(content).hexdigest() != paper.sha256:
        yield Fault(code="file-altered", message=f"{paper.name} is not what was handed over")
    elif salted_digest(content, bytes.fromhex(paper.salt)) != paper.digest:
        yield Fault(code="file-altered", message=f"{paper.name} is not what was put on file as paper {paper.number}")
