"""The settings of a test run: a fixed environment, so that nobody's `.env` changes a verdict.

`DATABASE_URL` is kept: it says which database the suite runs on (default: SQLite).
"""

import os
import tempfile
from pathlib import Path

_KEPT_EMPTY = [
    "ADMIN_USERS",
    "ANONYMOUS_JOB_REQUESTS",
    "BACKENDS",
    "CANCEL_GRACE",
    "CORS_ALLOWED_ORIGINS",
    "EMAIL_HOST",
    "GIT_LOCAL_ROOT",
    "GIT_TIMEOUT_S",
    "GITHUB_API_URL",
    "GITHUB_TOKEN",
    "MAX_UNFINISHED_REQUESTS",
    "MEDIA_STORAGE",
    "METRICS_TOKEN",
    "GITHUB_URL",
    "OLD_SECRET_KEY",
    "OPENCODELISTS_URL",
    "OTEL_EXPORTER_OTLP_ENDPOINT",
    "PASSWORD_SIGN_IN",
    "PUBLIC_READ",
    "SENTRY_DSN",
    "SOCIAL_AUTH_GITHUB_KEY",
    "SOCIAL_AUTH_GITHUB_SECRET",
    "TRUSTED_PROXIES",
]
os.environ |= dict.fromkeys(_KEPT_EMPTY, "") | {
    "SECRET_KEY": "for-tests-only-0123456789-0123456789-0123456789-0123456789",
    "DEBUG": "0",
    "BASE_URL": "https://jobs.example.org",
    "ALLOWED_HOSTS": "testserver,localhost,127.0.0.1,jobs.example.org",
    "DJANGO_LOG_LEVEL": "WARNING",
}

from config.settings import *  # noqa: E402, F403

EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    # In a file: threads that share a database in memory fail where others would wait.
    DATABASES["default"]["TEST"] = {  # noqa: F405
        "NAME": Path(tempfile.gettempdir()) / f"job-server-test-{os.getpid()}.sqlite3"
    }
