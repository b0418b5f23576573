"""Which files were chosen on a form that is not done yet? They wait with it, for that person and form alone.

The form carries a word, signed by us, that names who opened it: of staff, or by their link whoever follows a complaint.
So what was chosen is kept when the sign-in ran out before it was sent, and is there again once the same person has
signed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest
from django.utils.crypto import get_random_string

from putright.casework.errors import ActionRefused
from putright.casework.form_files import FormFileShown, add_to_form, files_on, files_to_send, let_form_go, take_off
from putright.casework.incoming_files import take_in
from putright.casework.said import FileSaid
from putright.casework.scanner_watch import PAGE_SECONDS
from putright.web import following
from putright.web.forms import FileField, PageForm
from putright.web.forms.page_form import REMOVE_FILE
from putright.web.page_request import PageRequest
from putright.web.uploads import OversizeFile

WORD: Final = "files_token"
_SALT: Final = "putright.files-of-a-form"
_GOOD_FOR: Final = timedelta(days=2)
_LONGEST_NUMBER: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """What a form's word says: something random, whose form it is, and of which day."""

    random: str
    account: str
    day: str

    def signed(self) -> str:
        """As the form carries it."""
        return Signer(salt=_SALT).sign(f"{self.random}.{self.account}.{self.day}")

    def key(self, address: str) -> str:
        """What the files of the form at this address are kept under."""
        return f"{self.random}.{self.account}.{address}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenFiles:
    """The word of a form, under what its files are kept, which are, and in which boxes more can be chosen."""

    word: str
    key: str
    kept: tuple[FormFileShown, ...]
    boxes: tuple[str, ...]


def chosen_files(request: PageRequest, form: PageForm) -> ChosenFiles:
    """The files that were chosen on a form before; one that is opened afresh has none."""
    said = _read(request.POST.get(WORD) or request.GET.get(WORD) or "")
    if said is None or not _is_for(said, request):
        said = _Word(random=get_random_string(22), account=_whose(request), day=request.today.isoformat())
    key = said.key(request.path_info)
    return _with_room(ChosenFiles(word=said.signed(), key=key, kept=files_on(key), boxes=()), form)


def keep_chosen(
    request: PageRequest, form: PageForm, chosen: ChosenFiles, taken: Mapping[str, FileSaid]
) -> ChosenFiles:
    """Keep what was chosen on a form that is shown again, and let go what is to be taken off; both at once can be.

    What cannot be kept becomes a mistake of its box.
    """
    number = request.POST.get(REMOVE_FILE, "")
    if number.isascii() and number.isdecimal():
        take_off(chosen.key, int(number[:_LONGEST_NUMBER]))
    most = len(_boxes_of(form))
    for box, file in taken.items():
        try:
            add_to_form(chosen.key, file, now=request.now, most=most)
        except ActionRefused as refused:
            form.refuse(*refused.refusals, field=box)
    return _with_room(replace(chosen, kept=files_on(chosen.key)), form)


def to_send(chosen: ChosenFiles) -> tuple[FileSaid, ...]:
    """The files that wait, to go with what is done; raises ActionRefused where one is gone or holds a virus."""
    return files_to_send(chosen.key)


def done_with(chosen: ChosenFiles) -> None:
    """Let go of the files of a form that was done."""
    if chosen.kept:
        let_form_go(chosen.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOff:
    """What was kept of a form whose sender had to sign in again: the files' names, and the address that leads back."""

    names: tuple[str, ...]
    lost: tuple[str, ...]
    back: str


def left_off(request: HttpRequest) -> LeftOff | None:
    """Keep the files of a form whose sender is not signed in any more; nothing where none were chosen.

    Only where the form carries a word that we signed not long ago: nobody else can have us keep anything.
    """
    asked = _clocked(request)
    said = _read(request.POST.get(WORD, "")) if asked is not None else None
    if asked is None or said is None or not _is_of_these_days(said, asked.today):
        return None
    key = said.key(request.path_info)
    lost = tuple(_lost(asked, key))
    names = tuple(file.name for file in files_on(key))
    query = request.GET.copy()
    query[WORD] = said.signed()
    return LeftOff(names=names, lost=lost, back=f"{request.path}?{query.urlencode()}") if names or lost else None


def _lost(request: PageRequest, key: str) -> Iterator[str]:
    """Keep each file that was sent; return the names of those that cannot be."""
    files = [file for file in request.FILES.values() if isinstance(file, UploadedFile)]
    for file in files:
        name = str(file.name)
        if isinstance(file, OversizeFile) or (file.size or 0) > settings.PUTRIGHT_UPLOAD_LIMIT or not file.size:
            yield name
            continue
        try:
            said = take_in(name, file.read(), now=request.now, seconds=PAGE_SECONDS / len(files))
            add_to_form(key, said, now=request.now)
        except ActionRefused:
            yield name


def _clocked(request: HttpRequest) -> PageRequest | None:
    """The request, if our middleware has read the clock for it."""
    return request if hasattr(request, "now") else None  # type: ignore[return-value]  # what has a moment is one


def _read(signed: str) -> _Word | None:
    try:
        random, account, day = Signer(salt=_SALT).unsign(signed).split(".")
    except (BadSignature, ValueError):
        return None
    return _Word(random=random, account=account, day=day)


def _is_for(said: _Word, request: PageRequest) -> bool:
    return said.account == _whose(request) and _is_of_these_days(said, request.today)


def _whose(request: PageRequest) -> str:
    """Whose a form is: of whoever follows a complaint, and else of the account that is signed in."""
    if request.path_info.startswith(following.FOLLOWING):
        return f"link{following.link_followed(request)}"
    return str(request.user.pk)


def _is_of_these_days(said: _Word, today: date) -> bool:
    return abs(today - date.fromisoformat(said.day)) <= _GOOD_FOR


def _boxes_of(form: PageForm) -> tuple[str, ...]:
    return tuple(name for name, field in form.fields.items() if isinstance(field, FileField))


def _with_room(chosen: ChosenFiles, form: PageForm) -> ChosenFiles:
    """As many boxes as there is room for more files, those with a mistake first of all."""
    every = _boxes_of(form)
    wrong = [box for box in every if form.is_bound and box in form.errors]
    free = [box for box in every if box not in wrong]
    room = max(0, len(every) - len(chosen.kept) - len(wrong))
    return replace(chosen, boxes=tuple(_in_order([*wrong, *free[:room]], every)))


def _in_order(some: Iterable[str], every: tuple[str, ...]) -> list[str]:
    return sorted(some, key=every.index)
