"""What is the whole file of a case, to be handed over so that whoever has it can see that it is whole?"""

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from putright.casework import facts_of
from putright.casework.errors import NotFound, refuse
from putright.casework.looks import keep_look
from putright.casework.means import Means, means_of_this_site
from putright.domain.access import Actor, Deed, why_not
from putright.domain.chain import Head, salted_digest
from putright.domain.handover import CHECKSUMS, MANIFEST, Handed, manifest_of
from putright.domain.looks import Look
from putright.domain.periods import LONDON
from putright.domain.references import reference_meant, reference_shown
from putright.domain.scanning import Scan, why_not_opened
from putright.gateways.file_kinds import ENDINGS
from putright.gateways.file_store import FileMissing
from putright.gateways.handover_file import Archive, archive_at
from putright.records.models import Case, Document, Event
from putright.records.visible_to import visible_to

_DESTROYED: Final = "destroyed"
_MISSING: Final = "not where it was stored"
_ALTERED: Final = "altered since it was put on file"
_NOT_SCANNED: Final = "held back: a virus was found in it, or it was not checked"


def hand_over(actor: Actor, case: str, place: Path, *, now: datetime, means: Means | None = None) -> str:
    """Write the whole file of a case into one archive at a place; return the reference. That it was is logged.

    Every paper that can be handed over is in it as it was put on file, nothing left out or covered; what cannot is
    named with the reason. Raises NotFound, and ActionRefused for who may not handle the case.
    """
    meant = reference_meant(case)
    row = visible_to(actor).select_related("body").filter(reference=meant).first() if meant else None
    if row is None:
        raise NotFound
    refuse(why_not(actor, Deed.HANDLE, facts_of.parts_of(row)))
    entries = [facts_of.sealed(event, row.reference) for event in Event.objects.filter(case=row).order_by("number")]
    head = Head(count=row.chain_count, seal=row.chain_head)
    there = now.astimezone(LONDON)
    with archive_at(place) as archive:
        papers = list(_papers(row, archive, means or means_of_this_site()))
        manifest = manifest_of(row.reference, there.isoformat(timespec="seconds"), head, entries, papers)
        archive.end(manifest, _about(row, papers, there))
    keep_look(Look.WHOLE_FILE, by=actor, now=now, case=row.pk)
    return row.reference


def _papers(case: Case, archive: Archive, means: Means) -> Iterator[Handed]:
    for row in Document.objects.filter(case=case).select_related("file").order_by("number").iterator(chunk_size=100):
        content, why = _content(row, means)
        if content is None:
            yield Handed(number=row.number, title=row.title, digest=row.digest, left_out=why)
            continue
        name = f"papers/{row.number:04}-{row.kind}{_ending(row)}"
        known = sha256(content).hexdigest()
        archive.put(name, content, known)
        yield Handed(number=row.number, title=row.title, digest=row.digest, name=name, sha256=known, salt=row.salt)


def _content(row: Document, means: Means) -> tuple[bytes | None, str]:
    if row.disposed_on is not None:
        return None, _DESTROYED
    if row.file is None:
        return (row.text or "").encode(), ""
    if why_not_opened(Scan(row.file.scan)) is not None:
        return None, _NOT_SCANNED
    try:
        content = means.files.read(row.stored_as or "")
    except FileMissing:
        return None, _MISSING
    return (content, "") if salted_digest(content, bytes.fromhex(row.salt)) == row.digest else (None, _ALTERED)


def _ending(row: Document) -> str:
    return ".txt" if row.file is None else ENDINGS.get(row.media_type, ("",))[0]


def _about(case: Case, papers: list[Handed], there: datetime) -> str:
    """What whoever opens the archive reads first; it names nobody."""
    out = [f"  {paper.number}: {paper.left_out}" for paper in papers if paper.left_out]
    return "\n".join(
        (
            f"The whole file of the complaint {reference_shown(case.reference)}, as {case.body.name} keeps it.",
            f"Made on {there:%d %B %Y} at {there:%H:%M}. It is confidential, and kept apart from the health record.",
            "",
            f"papers/         every paper, by its number: {len(papers) - len(out)} of {len(papers)}",
            f"{CHECKSUMS}  the checksum of each: `sha256sum --check {CHECKSUMS}` tells whether one was altered",
            f"{MANIFEST}   what happened, entry by entry, each sealed together with the one before it, and for",
            "                each paper the salt and the digest by which its entry names it",
            "",
            "`putright handover FILE.zip` looks through all of it: no entry altered, put in or taken away, and every",
            "paper as it was put on file. It needs nothing but this archive and the program, which anybody can have.",
            "Who could write the database could write a whole chain anew; its last seal is then another than the one",
            "that was kept or told before:",
            "",
            f"  entry {case.chain_count}: {case.chain_head}",
            *(("", "Papers that are not in it, and why:", *out) if out else ()),
            "",
        )
    )
