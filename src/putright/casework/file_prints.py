"""How is the whole file of a case asked for as a PDF, made in the background, and handed over to whoever asked?"""

from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from putright.casework import facts_of
from putright.casework.appointments import actor_of
from putright.casework.errors import NotFound, refuse, refused
from putright.casework.looks import keep_look
from putright.casework.means import Means, means_of_this_site
from putright.casework.perform import day_of
from putright.casework.queries.case_page import case_page
from putright.casework.whole_file import paper_laid, part_laid, piece_of
from putright.domain.access import Actor, Deed, why_not
from putright.domain.looks import Look
from putright.domain.references import reference_meant
from putright.domain.whole_file import parts as parts_of
from putright.letters.whole_file import MADE, CannotBeLaid, lay_out
from putright.records.models import Case, Document, FilePrint, Person
from putright.records.models.file_print import Making
from putright.records.visible_to import visible_to

KEPT_FOR: Final = timedelta(days=1)
_HELD_FOR: Final = timedelta(minutes=30)
_NAME_BYTES: Final = 16


def ask_for_file(*, actor: Actor, case: str, now: datetime) -> None:
    """Ask for the whole file of a case; raises NotFound, ActionRefused for who may not handle it or asked before."""
    row = _seen(actor, case)
    refuse(why_not(actor, Deed.HANDLE, facts_of.parts_of(row)))
    with transaction.atomic():
        mine = FilePrint.objects.filter(case=row, asked_by=actor.person_id)
        if mine.filter(making=Making.ASKED).exists():
            raise refused("already-asked", "This file is being made for you already. Look again in a minute.")
        _forget([each.pk for each in mine])
        papers = Document.objects.filter(case=row).count()
        FilePrint.objects.create(case=row, asked_by_id=actor.person_id, asked_at=now, papers=papers)


def file_asked_for(actor: Actor, case: str) -> FilePrint | None:
    """The file that somebody asked for last, however far it has come; raises NotFound."""
    row = _seen(actor, case)
    refuse(why_not(actor, Deed.HANDLE, facts_of.parts_of(row)))
    return FilePrint.objects.filter(case=row, asked_by=actor.person_id).order_by("-asked_at").first()


def file_part(actor: Actor, case: str, part: int, *, now: datetime) -> Path:
    """Where a part of the file lies that somebody asked for; that it was looked at is logged. Raises NotFound."""
    asked = file_asked_for(actor, case)
    if asked is None or asked.making != Making.MADE or not 1 <= part <= len(asked.parts):
        raise NotFound
    place = _folder() / str(asked.parts[part - 1]["name"])
    if not place.is_file():
        raise NotFound
    keep_look(Look.WHOLE_FILE, by=actor, now=now, case=asked.case_id)
    return place


def make_files(*, now: datetime, means: Means | None = None) -> int:
    """Make every file that was asked for, and forget those of yesterday; return how many were made."""
    _forget(list(FilePrint.objects.filter(asked_at__lt=now - KEPT_FOR).values_list("pk", flat=True)))
    made = 0
    for number in FilePrint.objects.filter(_to_make(now)).order_by("asked_at").values_list("pk", flat=True):
        if FilePrint.objects.filter(_to_make(now), pk=number).update(held_until=now + _HELD_FOR):
            made += _make(FilePrint.objects.get(pk=number), now=now, means=means or means_of_this_site())
    return made


def _to_make(now: datetime) -> Q:
    return Q(making=Making.ASKED) & (Q(held_until__isnull=True) | Q(held_until__lt=now))


def _make(asked: FilePrint, *, now: datetime, means: Means) -> bool:
    try:
        asked.parts = _parts_made(asked, now=now, means=means)
        asked.making = Making.MADE
    except (CannotBeLaid, OSError):
        asked.making, asked.trouble = Making.FAILED, "not-laid"
    except NotFound:  # the right to see the case has ended since
        asked.making, asked.trouble = Making.FAILED, "not-seen"
    asked.held_until = None
    asked.save()
    return asked.making == Making.MADE


def _parts_made(asked: FilePrint, *, now: datetime, means: Means) -> list[dict[str, Any]]:
    case, today = Case.objects.get(pk=asked.case_id), day_of(now)
    actor = actor_of(asked.asked_by_id, case.body_id, on=today)
    page = case_page(actor, case.reference, today, now=now)
    made_for = Person.objects.values_list("name", flat=True).get(pk=asked.asked_by_id)
    rows = Document.objects.filter(case=case).select_related("file", "made_by").order_by("number")
    parts = parts_of([piece_of(row) for row in rows.defer("text")])
    made = []
    for number, pieces in enumerate(parts, start=1):
        with TemporaryDirectory(prefix="putright-file-") as temporary:
            folder = Path(temporary)
            papers = []
            # One after the other: no more than one paper is held at a time.
            for row in rows.filter(number__in=[piece.number for piece in pieces]).iterator(chunk_size=1):
                papers.append(paper_laid(row, row.made_by.name if row.made_by else "", folder, means))
                asked.laid += 1
                FilePrint.objects.filter(pk=asked.pk).update(laid=asked.laid)
            laid = part_laid(page, papers, part=number, parts=parts, made_for=made_for, now=now)
            pages = lay_out(folder, laid)
            name = f"{means.secrets.random(_NAME_BYTES).hex()}.pdf"
            _keep(folder / MADE, name)
            made.append({"name": name, "pages": pages, "papers": len(pieces)})
    return made


def _keep(made: Path, name: str) -> None:
    _folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    place = _folder() / name
    place.write_bytes(made.read_bytes())
    place.chmod(0o600)


def forget_files_of(case: Case) -> None:
    """Take away every file that was made of a case."""
    _forget(list(FilePrint.objects.filter(case=case).values_list("pk", flat=True)))


def _forget(numbers: list[int]) -> None:
    """Take away files that were made, and that they were."""
    for asked in FilePrint.objects.filter(pk__in=numbers):
        for part in asked.parts:
            (_folder() / str(part["name"])).unlink(missing_ok=True)
        asked.delete()


def _folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "made-files"


def _seen(actor: Actor, case: str) -> Case:
    meant = reference_meant(case)
    row = visible_to(actor).filter(reference=meant).first() if meant else None
    if row is None:
        raise NotFound
    return row
