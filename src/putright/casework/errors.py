"""What can an action or a query answer instead of doing what was asked? Exactly these three."""

from putright.domain.duty import Refused


class CaseworkError(Exception):
    """What the edges expect and put into words; anything else that is raised is a bug."""


class ActionRefused(CaseworkError):
    """The law, the procedure or the body's own arrangements do not allow it; says why and on what authority."""

    def __init__(self, refusal: Refused, *others: Refused) -> None:
        self.refusal = refusal
        self.refusals = (refusal, *others)
        super().__init__(", ".join(each.code for each in self.refusals))


class NotFound(CaseworkError):
    """There is no such thing, or none that this person may know of: the two are never told apart."""


class StaleCase(CaseworkError):
    """Somebody else has changed the case since the page was made; nothing has been written."""


def refuse(refusal: Refused | None) -> None:
    """Raise a refusal if there is one."""
    if refusal is not None:
        raise ActionRefused(refusal)


def refused(code: str, message: str, authority: str = "", **figures: str | int) -> ActionRefused:
    """A refusal made here, of something that no rule of the domain speaks of; `%(most)s` is where a figure goes."""
    said = message % figures if figures else message
    sentence = message if figures else ""
    return ActionRefused(
        Refused(code=code, message=said, authority=authority, sentence=sentence, figures=tuple(figures.items()))
    )
