"""How are the vendored files fetched and altered? `python tests/web/vendor/refresh.py` does it again.

Needs npm and a package registry. Two packages: the NHS design system's compiled files, which the
pages use, and axe-core, which only the browser tests use. Nothing here runs in the product.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
NHSUK = HERE.parents[2] / "src/putright/web/static/web/nhsuk"
NHSUK_PACKAGE, AXE_PACKAGE = "nhsuk-frontend@10.6.1", "axe-core@4.14.1"
# The NHS logo in its several sizes: an NHS identity, not ours to show as our own mark.
NHS_MARKS = ("favicon", "nhsuk-icon-180", "nhsuk-icon-192", "nhsuk-icon-512", "nhsuk-icon-mask", "nhsuk-opengraph")


def altered_css(css: str) -> str:
    """Return the stylesheet without licensed fonts, with relative pictures and without its source map."""
    css = re.sub(r"@font-face\{[^}]*\}", "", css)
    css = css.replace("url(/assets/images/", "url(images/")
    return without_source_map(css)


def altered_js(script: str) -> str:
    """Return the script without `aria-expanded` on radios, which ARIA does not allow there (axe: aria-allowed-attr)."""
    marked = 'e.setAttribute("aria-expanded",e.checked.toString())'
    if script.count(marked) != 1:
        raise ValueError("the script has changed: look again at how it marks what a radio reveals")
    return without_source_map(script.replace(marked, f'"radio"!==e.type&&{marked}'))


def without_source_map(text: str) -> str:
    """Return the text without the comment that names a source map we do not ship."""
    return re.sub(r"\s*(/\*|//)# sourceMappingURL=\S+( \*/)?\s*$", "\n", text)


def unpacked(package: str, into: Path) -> Path:
    """Fetch one npm package without running anything of it, and return its folder."""
    npm = shutil.which("npm") or "npm"
    subprocess.run([npm, "pack", package, "--silent"], cwd=into, check=True, capture_output=True)
    archive = next(into.glob(package.split("@", maxsplit=1)[0] + "-*.tgz"))
    with tarfile.open(archive) as tar:
        tar.extractall(into / archive.stem, filter="data")
    return into / archive.stem / "package"


def fetch_nhsuk(scratch: Path) -> dict[str, bytes]:
    """Return the files of the design system that we ship, by name, altered as we ship them."""
    dist = unpacked(NHSUK_PACKAGE, scratch) / "dist/nhsuk"
    name = NHSUK_PACKAGE.replace("@", "-") + ".min"
    files = {
        f"{name}.css": altered_css((dist / f"{name}.css").read_text()).encode(),
        f"{name}.js": altered_js((dist / f"{name}.js").read_text()).encode(),
    }
    for picture in sorted((dist / "assets/images").glob("*.svg")):
        if not picture.name.startswith(NHS_MARKS):
            files[f"images/{picture.name}"] = picture.read_bytes()
    return files


def fetch_axe(scratch: Path) -> dict[str, bytes]:
    """Return the accessibility checker and its licence, by name."""
    package = unpacked(AXE_PACKAGE, scratch)
    return {"axe.min.js": (package / "axe.min.js").read_bytes(), "axe-LICENSE.txt": (package / "LICENSE").read_bytes()}


def checksums(files: dict[str, bytes]) -> str:
    """Return one line a file, as `sha256sum` writes them."""
    return "".join(f"{hashlib.sha256(body).hexdigest()}  {name}\n" for name, body in sorted(files.items()))


def write(files: dict[str, bytes], folder: Path) -> None:
    """Write the files and their checksums."""
    for name, body in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(body)
    (folder / "SHA256SUMS").write_text(checksums(files))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        write(fetch_nhsuk(Path(scratch)), NHSUK)
        write(fetch_axe(Path(scratch)), HERE)
