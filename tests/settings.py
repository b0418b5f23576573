"""How do the tests set Django up? As it is served, but in a folder of their own, on the engine that DATABASE names.

`pytest` runs on SQLite. `DATABASE=postgresql pytest tests/casework` runs the tests that use the database on a server
that is started here and stopped at the end, or on the one that PUTRIGHT_DATABASE_URL names.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from tests import postgresql

DATABASE = os.environ.get("DATABASE", "sqlite")


def _make_a_place() -> None:
    """Make the folder and the server, once a run: the processes of pytest-xdist are given those of the first."""
    given = os.environ.get("PUTRIGHT_DATABASE_URL", "")
    for name in [name for name in os.environ if name.startswith("PUTRIGHT_")]:
        del os.environ[name]
    folder = Path(tempfile.mkdtemp(prefix="putright-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["PUTRIGHT_DATA"] = str(folder / "data")
    (folder / "data" / "static").mkdir(parents=True)
    if DATABASE == "postgresql":
        os.environ["PUTRIGHT_DATABASE_URL"] = given or postgresql.start(folder / "postgresql")


if DATABASE not in {"sqlite", "postgresql"}:
    raise SystemExit(f"DATABASE={DATABASE}: say sqlite or postgresql")
if "PYTEST_XDIST_WORKER" not in os.environ:
    _make_a_place()

from putright.config.settings import *  # noqa: E402, F403 - after the place is made, which they read
from putright.config.settings import DATABASES, STORAGES  # noqa: E402

SECRET_KEY = "a key for the tests"
# What the second step of signing in is, its own tests say; all others begin behind it.
PUTRIGHT_SECOND_FACTOR = False
# So do those of the virus scanner.
PUTRIGHT_TAKES_UNSCANNED = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}

if DATABASE == "sqlite":
    # A file, as it is served, so that two connections can meet; it need not outlive a power cut.
    DATABASES["default"]["TEST"] = {"NAME": os.environ["PUTRIGHT_DATA"] + "/test.sqlite3"}
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
