"""How is Django set up as `django-admin startproject` leaves it? The same rows, connections and templates, no more.

Its own middleware, sessions and users; nothing that Putright adds, and nothing that Putright made quicker.
"""

from pathlib import Path

from putright.config import settings as ours

globals().update({name: getattr(ours, name) for name in dir(ours) if name.isupper()})

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "bench.stock.page"
TEMPLATES = [one | {"DIRS": [Path(__file__).parent / "templates", *one["DIRS"]]} for one in ours.TEMPLATES]
SESSION_ENGINE = "django.contrib.sessions.backends.db"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
