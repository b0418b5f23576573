"""How are the changes of a new procedure, and what it comes to, put on the page on which it is adopted?"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from putright.casework.queries.what_if import WhatIf
from putright.domain.differ_change import Change
from putright.letters.differed import grouped
from putright.letters.simulated import Part, parts
from putright.letters.simulated_picture import as_svg


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIfShown:
    """What changes beside the procedure in force, by whom it helps, and the best and worst case in words and drawn."""

    in_force: str
    changes: tuple[tuple[str, tuple[Change, ...]], ...] | None
    parts: tuple[Part, ...]
    picture: Markup


def what_if_shown(found: WhatIf) -> WhatIfShown:
    """The values of the page."""
    made = found.simulation
    return WhatIfShown(
        in_force=found.in_force,
        changes=grouped(found.changes) if found.changes is not None else None,
        parts=parts(made) if made else (),
        picture=Markup(as_svg(made, fills_its_place=True)) if made else Markup(),  # noqa: S704 # everything in it is escaped where it is drawn
    )
