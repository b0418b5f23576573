"""Which questions are answered by a file, and which files do we take?"""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from putright.gateways.file_kinds import EVERY_ENDING, OFFERED
from putright.web.forms.look import SMALL, Component, look_for, said
from putright.web.uploads import UnwrittenFile
from putright.web.wording import file_size

_NO_ROOM = _(
    "The selected file could not be taken in, because there is no room left for it here. Try again later, or send it by"
    " post"
)
_LONG_NAME = _("The name of the selected file must be 200 characters or fewer. Give the file a shorter name")
_EMPTY = _("The selected file is empty. Choose another, or send it to us by post or email")


class FileField(forms.FileField):
    """One file. Its name and size are looked at here; what is in it, where it is stored."""

    def __init__(
        self,
        label: str,
        *,
        max_bytes: int,
        accept: Iterable[str] = OFFERED,
        required: str = "",
        hint: str = "",
        size: str = SMALL,
    ) -> None:
        """Ask for a file of at most `max_bytes` with one of these endings; of the usual kinds all are taken."""
        self.max_bytes, self.accept = max_bytes, tuple(accept)
        self.taken = EVERY_ENDING if self.accept == OFFERED else self.accept
        shape = {"accept": ",".join(self.accept)}
        self.look = look_for(Component.FILE, label, hint=hint, size=size, required=required, parameters=shape)
        super().__init__(
            required=bool(required),
            max_length=200,
            error_messages=said(required) | {"empty": _EMPTY, "max_length": _LONG_NAME},
        )

    def to_python(self, data: File[bytes] | None) -> File[bytes] | None:
        """Refuse a file that is too big or of another kind."""
        if isinstance(data, UnwrittenFile):
            raise ValidationError(_NO_ROOM, code="no-room")
        if data and data.size and data.size > self.max_bytes:
            wrong = gettext("The selected file must be %(limit)s or smaller. Yours is %(size)s")
            sizes = {"limit": file_size(self.max_bytes), "size": file_size(data.size)}
            raise ValidationError(wrong % sizes, code="too-big")
        if data and not str(data.name).lower().endswith(self.taken):
            kinds = ", ".join(kind.lstrip(".").upper() for kind in self.taken)
            wrong = gettext("The selected file must be one of these kinds: %(kinds)s")
            raise ValidationError(wrong % {"kinds": kinds}, code="kind")
        return super().to_python(data)
