"""Django's settings, all derived from the desk's own (``diemtin.desk.settings``) and two environment variables.

``DIEMTIN_DESK`` names the folder, ``DATABASE_URL`` puts the store on PostgreSQL. Nothing else is read from outside.
"""

from __future__ import annotations

import os
import secrets
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from diemtin.desk.settings import desk_folder, get_settings
from diemtin.errors import UsageError

DESK = get_settings(desk_folder())
HERE = Path(__file__).resolve().parent


def _secret(folder: Path) -> str:
    """The desk's own secret: made once, readable by its owner alone."""
    path = folder / "secret"
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        pass
    made = secrets.token_urlsafe(48)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    except OSError:
        return made
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(made)
    return made


def _database(url: str | None) -> dict[str, Any]:
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DESK.database,
            "CONN_MAX_AGE": 60,  # opening costs 2 ms and empties SQLite's cache
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 60,
                # FULL: a commit survives a power cut. Ingest commits hundreds of articles at once, so it costs little.
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=268435456;"
                " PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;",
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres"):
        raise UsageError(
            f"DATABASE_URL has the scheme {parts.scheme!r}", hint="it looks like postgresql://user:pass@host/name"
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": dict(parse_qsl(parts.query)).get("host") or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


SECRET_KEY = _secret(DESK.folder)
DEBUG = DESK.debug
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", urlsplit(DESK.base_url).hostname or "localhost", *DESK.hosts]
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "diemtin.store.apps.StoreConfig",
    "diemtin.site.apps.SiteConfig",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "diemtin.site.middleware.headers",
    "diemtin.site.middleware.no_nul",
    "django.middleware.gzip.GZipMiddleware",
    "diemtin.site.language.by_path",
    "diemtin.site.editor.gate.gate",
    "django.middleware.common.CommonMiddleware",
]
ROOT_URLCONF = "diemtin.site.urls"
WSGI_APPLICATION = "diemtin.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request", "diemtin.site.context.desk"],
            "loaders": [
                ("django.template.loaders.cached.Loader", ["django.template.loaders.filesystem.Loader"]),
            ],
        },
    }
]
DATABASES = {"default": _database(os.environ.get("DATABASE_URL"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [HERE / "locale"]
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
STATIC_URL = "static/"
STATIC_ROOT = DESK.folder / "static"
STATICFILES_DIRS = [HERE / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DESK.debug
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_HSTS_SECONDS = 31536000 if DESK.base_url.startswith("https:") else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "diemtin.site.editor.views.refused.stale_form"
SESSION_COOKIE_AGE = 14 * 3600  # a working day: whoever signs in in the morning is signed out by night
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = DESK.base_url.startswith("https:")
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "diemtin.site.editor.accounts.PasswordAndCode"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # who goes on trying must not keep the owner out for ever
AXES_LOCKOUT_PARAMETERS = "diemtin.site.editor.accounts.locked_by"
AXES_CLIENT_IP_CALLABLE = "diemtin.site.limits.address_of"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "code", "csrfmiddlewaretoken"]
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True  # who read when is nobody's business
AXES_ENABLE_ADMIN = False
OTP_TOTP_ISSUER = DESK.name
SILENCED_SYSTEM_CHECKS = ["axes.W002"]  # the sign-in page itself answers when it is locked
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING"},
        "diemtin": {"handlers": ["stderr"], "level": "INFO"},
        "axes": {"handlers": ["stderr"], "level": "WARNING"},
    },
}
