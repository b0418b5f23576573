"""How is a person told how much room is left for their answer, in the language of the page?

The component counts in the browser, and holds the English of it. On a page in another language it is given that.
"""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from putright.web.language import Language, spoken

# `%{count}` is the component's own mark.
_ONCE: Final = {
    "textareaDescriptionText": _("You can enter up to %{count} characters"),
    "charactersAtLimitText": _("You have 0 characters remaining"),
}
_BY_COUNT: Final = {
    "charactersUnderLimitText": _("You have %{count} characters remaining"),
    "charactersOverLimitText": _("You have %{count} characters too many"),
}
# The plurals that a browser may ask for; a noun stays as it is after a figure in Welsh.
_PLURALS: Final = ("zero", "one", "two", "few", "many", "other")


def words_of_count() -> dict[str, object]:
    """Return what the macro of a counted answer is told besides; in English nothing, for it knows that."""
    if spoken() is Language.ENGLISH:
        return {}
    once = {name: gettext(words) for name, words in _ONCE.items()}
    return once | {name: dict.fromkeys(_PLURALS, gettext(words)) for name, words in _BY_COUNT.items()}
