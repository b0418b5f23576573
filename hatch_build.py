"""Which data files travel inside the wheel: a checkout reads them where they stand, an installed copy from here."""

from pathlib import Path

# hatchling leaves the types of a build and of its configuration open, hence Any.
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SHIPPED = ("procedures", "directory", "calendars")
PAGES = ("docs/language.md",)  # its tables describe the keys of a procedure file to editors


class ShippedData(BuildHookInterface[Any]):
    """Copies the shipped data into putright/shipped/ of a wheel, never of an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version != "standard":
            return
        for kind in SHIPPED:
            if (Path(self.root) / kind).is_dir():
                build_data["force_include"][kind] = f"putright/shipped/{kind}"
        for page in PAGES:
            build_data["force_include"][page] = f"putright/shipped/{page}"
