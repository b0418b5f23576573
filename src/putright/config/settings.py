"""How is Django set up? Its settings module, made from the one configuration."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

from putright import web
from putright.config.config import config_from
from putright.config.databases import database_for
from putright.config.demo_sign_ins import demo_sign_ins
from putright.config.identity import identity_service_for
from putright.config.installation import kept_secret_keys
from putright.config.logging import logging_for
from putright.config.mail import carrier_for, mail_for
from putright.config.mailboxes import mailboxes_for
from putright.config.scanning import scanner_for
from putright.config.texts import text_carrier_for
from putright.gateways.clock import Clock, FixedClock, SystemClock
from putright.gateways.mailbox import Mailbox
from putright.gateways.outgoing import Carrier, Mail, TextCarrier
from putright.gateways.virus_scan import Scanner
from putright.web import security

CONFIG = config_from(os.environ)

# What the rooms ask for, who never see the configuration itself

PUTRIGHT_CLOCK: Clock = FixedClock(CONFIG.as_at) if CONFIG.as_at else SystemClock()
PUTRIGHT_DEMO = CONFIG.demo_sign_ins.exists()
PUTRIGHT_DEMO_SIGN_INS = demo_sign_ins(CONFIG.demo_sign_ins)
PUTRIGHT_SECOND_FACTOR = CONFIG.second_factor
PUTRIGHT_IDLE = timedelta(minutes=CONFIG.idle_minutes)
PUTRIGHT_IDENTITY_SERVICE = identity_service_for(CONFIG)
PUTRIGHT_IDENTITY_NAME = CONFIG.oidc_name
PUTRIGHT_IDENTITY_SECOND_FACTOR = frozenset(CONFIG.oidc_second_factor)
PUTRIGHT_SET_UP_CODE = CONFIG.set_up_code
PUTRIGHT_BEHIND_PROXY = CONFIG.behind_proxy
PUTRIGHT_ADDRESS = CONFIG.public_address
PUTRIGHT_DATA = CONFIG.data
PUTRIGHT_CARRIER: Carrier | None = carrier_for(CONFIG)
PUTRIGHT_MAIL: Mail | None = mail_for(CONFIG, PUTRIGHT_CARRIER)
PUTRIGHT_TEXTS: TextCarrier | None = text_carrier_for(CONFIG)
PUTRIGHT_MAILBOXES: tuple[Mailbox, ...] = mailboxes_for(CONFIG)
PUTRIGHT_SCANNER: Scanner | None = scanner_for(CONFIG)
# A demonstration, which keeps nothing that matters, shows what files are for without a scanner.
PUTRIGHT_TAKES_UNSCANNED = CONFIG.unscanned_files == "accept" or PUTRIGHT_DEMO
PUTRIGHT_UPLOAD_LIMIT = CONFIG.upload_megabytes * 1_000_000
# A form may bring several files; one that is too big is to be refused by its field, with the rest of the form kept.
PUTRIGHT_REQUEST_LIMIT = 5 * PUTRIGHT_UPLOAD_LIMIT

# Parts

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "putright.records",
    "putright.web",
]
MIDDLEWARE = [
    "putright.config.request_log.request_log",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "putright.web.middleware.security_headers",
    "csp.middleware.CSPMiddleware",
    "putright.web.middleware.limit_request_size",
    "putright.web.middleware.read_clock",
    "putright.web.middleware.lead_to_set_up",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "putright.web.middleware.explain_refusals",
    "putright.web.language.choose_language",
]
ROOT_URLCONF = "putright.config.urls"
WSGI_APPLICATION = "putright.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [Path(web.__file__).parent / "templates"],
        "OPTIONS": {"environment": "putright.web.templating.environment"},
    }
]

# Rows, documents, static files

DATABASES = {"default": database_for(CONFIG)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MEDIA_ROOT = CONFIG.data / "documents"
STATIC_URL = "/static/"
STATIC_ROOT = CONFIG.data / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
FILE_UPLOAD_HANDLERS = ["putright.web.uploads.LimitedUpload"]
DATA_UPLOAD_MAX_NUMBER_FILES = 20

# Who is who

AUTH_USER_MODEL = "records.Account"
AUTHENTICATION_BACKENDS = ["putright.casework.account_backend.AccountBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "putright.casework.passwords.EasilyGuessed"},
]
LOGIN_URL = "sign-in"

# What a browser is told

# The older ones read what they signed or sealed, and make nothing (docs/guide/changing-secrets.md).
SECRET_KEY, *SECRET_KEY_FALLBACKS = CONFIG.secret_keys or kept_secret_keys(CONFIG.data) or ("",)
DEBUG = False
ALLOWED_HOSTS = list(CONFIG.host_names)
CSRF_TRUSTED_ORIGINS = [CONFIG.public_address]
CONTENT_SECURITY_POLICY = security.CONTENT_SECURITY_POLICY
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if CONFIG.behind_proxy else None
SECURE_SSL_REDIRECT = CONFIG.behind_proxy and CONFIG.is_https
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds()) if CONFIG.is_https else 0
# The other names of the body's domain are not ours to promise for.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"

# "Lax", so that a link in an e-mail to staff opens signed in; forms are guarded by their own token. With https the
# names bind each cookie to this one host.
_HOST_ONLY = "__Host-" if CONFIG.is_https else ""
SESSION_ENGINE = "putright.casework.session_store"
SESSION_COOKIE_NAME = f"{_HOST_ONLY}putright-session"
SESSION_COOKIE_AGE = int(timedelta(hours=CONFIG.session_hours).total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CONFIG.is_https
CSRF_COOKIE_NAME = f"{_HOST_ONLY}putright-csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = CONFIG.is_https
CSRF_FAILURE_VIEW = "putright.web.pages.errors.csrf_failure"
# By this a browser is known again in which somebody has signed in: who guesses elsewhere cannot make it wait.
PUTRIGHT_BROWSER_COOKIE = f"{_HOST_ONLY}putright-browser"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Place, language, log

TIME_ZONE = "Europe/London"
USE_TZ = True
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("cy", "Cymraeg")]
LOCALE_PATHS = [Path(web.__file__).parent / "locale"]
PUTRIGHT_LANGUAGE_COOKIE = f"{_HOST_ONLY}putright-language"
USE_I18N = True
LOGGING = logging_for(CONFIG.log_level)
