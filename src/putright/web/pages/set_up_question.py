"""One question of the setting up of a new site."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from putright.web import journey
from putright.web.access import public
from putright.web.page_request import PageRequest
from putright.web.setting_up.forms import ANOTHER
from putright.web.setting_up.journey import SET_UP, has_given_code, refuse_when_set_up


@public
@never_cache
def set_up_question(request: PageRequest, question: str) -> HttpResponse:
    """Ask a question; the text of a file that was chosen takes the place of what was pasted."""
    refuse_when_set_up()
    if not has_given_code(request):
        return redirect("set-up")
    file = request.FILES.get("file")
    if isinstance(file, UploadedFile):
        _take_text(request, file)
    return journey.ask(request, SET_UP, question)


def _take_text(request: PageRequest, file: UploadedFile[bytes]) -> None:
    """Put the text of the file where pasted text would be: a session keeps no file."""
    typed = request.POST.copy()
    typed["procedure"], typed["source"] = ANOTHER, file.read().decode("utf-8", "replace")
    request.POST = typed  # type: ignore[assignment]  # Django's own setter takes it
