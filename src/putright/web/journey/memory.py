"""What is remembered of a form while it is filled in, and where?"""

from __future__ import annotations

import json
from collections.abc import Mapping

# What a session holds is untyped, hence Any.
from typing import Any, Final
from weakref import WeakKeyDictionary

from django.utils.crypto import get_random_string
from django.utils.datastructures import MultiValueDict

from putright.web.forms.page_form import PageForm
from putright.web.journey.values import Answers, Journey, Question
from putright.web.page_request import PageRequest

CHANGING = "changing"
SAVE = "save"  # the button by which what was told so far is kept to go on another day
NOT_KEPT = ("csrfmiddlewaretoken", CHANGING, SAVE)
# Of what is remembered: what goes with the answers where they are saved. The rest is of this browser alone.
_SAVED = ("typed", "token", "left_at", "unfinished")


# By request and journey: what follows from the answers is then found out once a request.
_READ: Final[WeakKeyDictionary[PageRequest, dict[str, Answers]]] = WeakKeyDictionary()


def answers(request: PageRequest, journey: Journey) -> Answers:
    """Return what was typed so far."""
    typed, read = _kept(request, journey).get("typed", {}), _READ.setdefault(request, {})
    if journey.name not in read or read[journey.name].typed is not typed:
        read[journey.name] = Answers(typed, request.today)
    return read[journey.name]


def keep(request: PageRequest, journey: Journey, question: Question) -> None:
    """Keep the answer as it was typed; a new answer after the end begins a new filling in.

    Whoever begins sweeps out what others left unsent and whose time is up: it is not ours to keep.
    """
    if _key(journey) not in request.session:
        type(request.session).clear_expired()
    kept = {key: value for key, value in _kept(request, journey).items() if key not in ("outcome", "unfinished")}
    _write(request, journey, {**kept, "typed": {**kept.get("typed", {}), question.name: _typed(request)}})


def keep_unfinished(request: PageRequest, journey: Journey, question: Question) -> None:
    """Keep what stands in the boxes of a question, good or not, and that it was left there.

    A question of which nothing was filled in stays unanswered.
    """
    if any(value.strip() for values in _typed(request).values() for value in values):
        keep(request, journey, question)
        _write(request, journey, {**_kept(request, journey), "unfinished": question.name})
    if is_begun(request, journey):
        _write(request, journey, {**_kept(request, journey), "left_at": question.name})


def is_unfinished(request: PageRequest, journey: Journey, question: Question) -> bool:
    """Return whether a question was left in the middle: then nobody has yet said that this is the answer."""
    kept = _kept(request, journey)
    return question.name in (kept.get("unfinished"), kept.get("carried"))


def is_begun(request: PageRequest, journey: Journey) -> bool:
    """Return whether anything of this journey is remembered."""
    return _key(journey) in request.session


def begin_with(
    request: PageRequest, journey: Journey, typed: Mapping[str, Mapping[str, str]], *, unfinished: str
) -> None:
    """Begin with what somebody typed on another page, by question and box; what they answered here already stays.

    `unfinished` is the question to which something is still to be said.
    """
    known = {} if outcome(request, journey) is not None else _kept(request, journey).get("typed", {})
    new = {name: {box: [value] for box, value in boxes.items()} for name, boxes in typed.items()}
    kept = {key: value for key, value in _kept(request, journey).items() if key != "outcome"}
    carried = {"carried": unfinished} if unfinished not in known else {}
    _write(request, journey, {**kept, "typed": {**new, **known}, **carried})


def bound(request: PageRequest, journey: Journey, question: Question) -> PageForm | None:
    """Return the question's form filled with its kept answer, or nothing where there is none."""
    known = answers(request, journey)
    typed = known.typed.get(question.name)
    if typed is None:
        return None
    return question.made(known, request.today, MultiValueDict(typed))


def token(request: PageRequest, journey: Journey) -> str:
    """Return a word of this filling in alone, by which an action tells a second sending from a second complaint."""
    kept = _kept(request, journey)
    if "token" not in kept:
        _write(request, journey, {**kept, "token": get_random_string(32)})
    return str(_kept(request, journey)["token"])


def finish(request: PageRequest, journey: Journey, outcome: Mapping[str, str]) -> None:
    """Forget the answers and keep only what the last page shows."""
    _write(request, journey, {"outcome": dict(outcome)})


def outcome(request: PageRequest, journey: Journey) -> dict[str, str] | None:
    """Return what `finish` kept, or nothing."""
    kept: dict[str, str] | None = _kept(request, journey).get("outcome")
    return kept


def told_so_far(request: PageRequest, journey: Journey) -> str:
    """Return all that was told in this filling in, to be saved; nothing if nothing was."""
    if not answers(request, journey).typed:
        return ""
    token(request, journey)
    kept = _kept(request, journey)
    return json.dumps({key: kept[key] for key in _SAVED if key in kept}, ensure_ascii=False)


def bring_back(request: PageRequest, journey: Journey, told: str) -> None:
    """Remember what was told and saved before, in the place of what this browser remembers."""
    _write(request, journey, json.loads(told))


def rewrite(request: PageRequest, journey: Journey, typed: Mapping[str, Mapping[str, list[str]]]) -> None:
    """Remember other answers than were typed, as when one of several things is taken out of them."""
    kept = {key: value for key, value in _kept(request, journey).items() if key not in ("unfinished", "left_at")}
    _write(request, journey, {**kept, "typed": {name: dict(boxes) for name, boxes in typed.items()}})


def left_at(request: PageRequest, journey: Journey) -> str:
    """Return the name of the question at which somebody left off and saved, or nothing."""
    return str(_kept(request, journey).get("left_at", ""))


def forget(request: PageRequest, journey: Journey) -> None:
    """Forget everything about this filling in."""
    request.session.pop(_key(journey), None)


def _typed(request: PageRequest) -> dict[str, list[str]]:
    return {box: [str(value) for value in values] for box, values in request.POST.lists() if box not in NOT_KEPT}


def _key(journey: Journey) -> str:
    return f"journey:{journey.name}"


def _kept(request: PageRequest, journey: Journey) -> dict[str, Any]:
    kept: dict[str, Any] = request.session.get(_key(journey), {})
    return kept


def _write(request: PageRequest, journey: Journey, kept: dict[str, Any]) -> None:
    request.session[_key(journey)] = kept
