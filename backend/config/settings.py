"""Settings of the service; every one that a deployment may change is read from the environment."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

from corsheaders.defaults import default_headers
from django.core.exceptions import ImproperlyConfigured

from config import env
from config.access import VIEWS_GUARDED_OTHERWISE  # noqa: F401 - a setting of its own
from config.logs import LOGGING  # noqa: F401 - the same

ROOT = env.ROOT
VERSION = "0.1.0"

DEBUG = env.flag("DEBUG", default=False)
SECRET_KEY = env.secret_key(debug=DEBUG)
SECRET_KEY_FALLBACKS = [key for key in [env.text("OLD_SECRET_KEY")] if key]
_PORT = env.number("PORT", 8000, least=1, most=65535)
BASE_URL = env.origin("BASE_URL", env.text("BASE_URL", f"http://localhost:{_PORT}"))
_LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")
ALLOWED_HOSTS = list(
    env.hosts("ALLOWED_HOSTS") or {*_LOCAL_HOSTS, urlsplit(BASE_URL).hostname or "localhost"}
)
if DEBUG:
    ALLOWED_HOSTS += [host for host in (*_LOCAL_HOSTS, "testserver") if host not in ALLOWED_HOSTS]

# -- What this installation is -------------------------------------------------------------------
BACKENDS = env.names("BACKENDS")  # slugs that are enabled; empty = all
ADMIN_USERS = env.names("ADMIN_USERS")
PUBLIC_READ = env.flag("PUBLIC_READ", default=True)
ANONYMOUS_JOB_REQUESTS = env.flag("ANONYMOUS_JOB_REQUESTS", default=False)
MAX_UNFINISHED_REQUESTS = env.number("MAX_UNFINISHED_REQUESTS", 0)  # a person; 0 = no limit
METRICS_TOKEN = env.text("METRICS_TOKEN")  # empty: no metrics
SENTRY_DSN = env.dsn("SENTRY_DSN")  # empty: errors go to the log alone
OTEL_EXPORTER_OTLP_ENDPOINT = env.address("OTEL_EXPORTER_OTLP_ENDPOINT")  # empty: no traces
OTEL_SERVICE_NAME = env.text("OTEL_SERVICE_NAME", "job-server")
CANCEL_GRACE = timedelta(minutes=env.number("CANCEL_GRACE", 15))
TRUSTED_PROXIES = env.networks("TRUSTED_PROXIES")

MEDIA_STORAGE = env.folder("MEDIA_STORAGE") or ROOT / "var" / "uploads"

GIT_LOCAL_ROOT = env.folder("GIT_LOCAL_ROOT")
GITHUB_API_URL = env.address("GITHUB_API_URL", "https://api.github.com")
GITHUB_TOKEN = env.text("GITHUB_TOKEN")
GIT_TIMEOUT_S = env.number("GIT_TIMEOUT_S", 10, least=1)
WEBHOOK_NETWORKS = env.networks("WEBHOOK_NETWORKS")
OPENCODELISTS_URL = env.address("OPENCODELISTS_URL")

# -- Django --------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.headless",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.github",
    "allauth.usersessions",
    "corsheaders",
    "django_structlog",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "rest_framework",
    "server.core",
    "server.audit",
    "server.outbox",
    "server.people",
    "server.projects",
    "server.fleet",
    "server.alerts",
    "server.jobs",
    "server.search",
    "server.runner_api",
    "server.notify",
    "server.staff",
    "server.demo",
]
MIDDLEWARE = [
    "server.core.http_metrics.HttpMetricsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "server.core.middleware.ContentSecurityPolicyMiddleware",
    "server.core.fast_lane.FastLaneMiddleware",
    "server.runner_api.poll_lane.PollLaneMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
    "server.core.middleware.CallerAddressMiddleware",
    *(["server.core.tracing.TracingMiddleware"] if OTEL_EXPORTER_OTLP_ENDPOINT else []),
    "corsheaders.middleware.CorsMiddleware",
    "server.core.middleware.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "server.people.middleware.ViewAsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
APPEND_SLASH = False  # a redirected POST would lose its body
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]

USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
USE_I18N = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Job reports come with up to some 20 MB; the runner API answers 413 above that by itself.
MAX_REPORT_BYTES = 20 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = MAX_REPORT_BYTES

# -- Database ------------------------------------------------------------------------------------
DATABASE_URL = env.text("DATABASE_URL", "sqlite:///var/db.sqlite3")
DATABASES = {"default": env.database(DATABASE_URL) | {"CONN_MAX_AGE": None}}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["NAME"].parent.mkdir(parents=True, exist_ok=True)
    # Readers never wait, writers queue: the figures are in docs/decisions.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": (
            "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA cache_size=-8000;"
            "PRAGMA mmap_size=134217728;PRAGMA journal_size_limit=27103364;"
        ),
    }
else:
    DATABASES["default"] |= {
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "options": "-c statement_timeout=30000",
            "connect_timeout": 5,
            "prepare_threshold": 0,  # of server/core/prepared.py alone; Django's own are not
        },
    }

# -- People and sessions -------------------------------------------------------------------------
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# Each way to sign in may be on or off; server/people/checks.py wants one of them on.
PASSWORD_SIGN_IN = env.flag("PASSWORD_SIGN_IN", default=True)
SOCIAL_AUTH_GITHUB_KEY = env.text("SOCIAL_AUTH_GITHUB_KEY")
SOCIAL_AUTH_GITHUB_SECRET = env.text("SOCIAL_AUTH_GITHUB_SECRET")
GITHUB_SIGN_IN = bool(SOCIAL_AUTH_GITHUB_KEY and SOCIAL_AUTH_GITHUB_SECRET)
# Empty for github.com: named here, the library would look for its API at github.com/api/v3.
GITHUB_URL = env.address("GITHUB_URL")
if urlsplit(GITHUB_URL).hostname in ("github.com", "www.github.com"):
    GITHUB_URL = ""
SESSION_ENGINE = "server.people.session_store"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEBUG
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = [BASE_URL]
CSRF_FAILURE_VIEW = "server.core.views.csrf_failure"
CORS_ALLOWED_ORIGINS = env.origins("CORS_ALLOWED_ORIGINS")
CORS_URLS_REGEX = r"^/api/v3/"
CORS_ALLOW_HEADERS = [*default_headers, "idempotency-key", "if-match", "if-none-match"]
CORS_EXPOSE_HEADERS = ["ETag", "Location", "Idempotency-Replayed", "Retry-After"]

ACCOUNT_ADAPTER = "server.people.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = False  # people.services counts failed tries, where every process sees it
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if BASE_URL.startswith("https://") else "http"
SOCIALACCOUNT_ADAPTER = "server.people.adapters.SocialAccountAdapter"
SOCIALACCOUNT_QUERY_EMAIL = True
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_REQUESTS_TIMEOUT = GIT_TIMEOUT_S
SOCIALACCOUNT_PROVIDERS = {
    "github": {
        "APPS": [{"client_id": SOCIAL_AUTH_GITHUB_KEY, "secret": SOCIAL_AUTH_GITHUB_SECRET}],
        "OAUTH_PKCE_ENABLED": True,
        "SCOPE": ["user:email"],
        # Read once, when the library is imported.
        **({"GITHUB_URL": GITHUB_URL} if GITHUB_URL else {}),
    }
}
MFA_ADAPTER = "server.people.second_factor.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
# A code may be typed while the next one shows; each counts once all the same.
MFA_TOTP_TOLERANCE = 1
MFA_RATE_LIMITS = False  # as above
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("browser",)
HEADLESS_FRONTEND_URLS = {
    "account_reset_password_from_key": "/sign-in",
    "account_confirm_email": "/sign-in",
    "account_reset_password": "/sign-in",
    "account_signup": "/sign-in",
    "socialaccount_login_error": "/sign-in",
}

# -- Security headers ----------------------------------------------------------------------------
# Where forms of our pages may lead. The browser holds the redirect to GitHub against it too.
FORM_ORIGINS = ["https://github.com"] if GITHUB_SIGN_IN else []
if GITHUB_SIGN_IN and GITHUB_URL:
    FORM_ORIGINS = ["{0.scheme}://{0.netloc}".format(urlsplit(GITHUB_URL))]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
_BEHIND_TLS = not DEBUG and BASE_URL.startswith("https://")
SECURE_SSL_REDIRECT = False  # the proxy redirects; monitors ask by plain HTTP from inside
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SECURE_HSTS_SECONDS = 31_536_000 if _BEHIND_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _BEHIND_TLS
SILENCED_SYSTEM_CHECKS = ["security.W002", "security.W008"]  # CSP forbids framing; see above

# -- Static files: what the browser gets is what is in frontend/public, byte for byte -------------
STATIC_URL = "/static/"
WHITENOISE_ROOT = ROOT / "frontend" / "public"
WHITENOISE_INDEX_FILE = True
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 0
WHITENOISE_ALLOW_ALL_ORIGINS = False


def _is_immutable(path: str, url: str) -> bool:  # noqa: ARG001 - WhiteNoise passes both
    return bool(re.match(r"^/vendor/.+-\d+\.\d+\.\d+[^/]*\.(js|css)$", url))


WHITENOISE_IMMUTABLE_FILE_TEST = _is_immutable

# -- E-mail --------------------------------------------------------------------------------------
DEFAULT_FROM_EMAIL = env.mailbox("DEFAULT_FROM_EMAIL", "notifications@jobs.opensafely.org")
EMAIL_HOST = env.host("EMAIL_HOST")
EMAIL_PORT = env.number("EMAIL_PORT", 587, least=1, most=65535)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", default=True)
EMAIL_TIMEOUT = 10
if EMAIL_HOST_USER and not EMAIL_HOST_PASSWORD and not DEBUG:
    raise ImproperlyConfigured(
        "EMAIL_HOST_USER is set but EMAIL_HOST_PASSWORD is not. Set both, or neither where the "
        "mail server takes messages without signing in."
    )
if DEBUG:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
elif EMAIL_HOST:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
else:
    EMAIL_BACKEND = "server.notify.logged_mail.EmailBackend"

# -- API -----------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "server.people.authentication.PersonalTokenAuthentication",
        "server.people.authentication.SessionAuthentication",
    ],
    # A view says who may call it; one that forgets refuses everybody.
    "DEFAULT_PERMISSION_CLASSES": ["server.core.permissions.Nobody"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["server.core.parsers.JsonParser"],
    "DEFAULT_SCHEMA_CLASS": "server.core.schema.AutoSchema",
    "URL_FORMAT_OVERRIDE": None,  # `format` is a query parameter like any that nobody knows
    "EXCEPTION_HANDLER": "server.core.problems.exception_handler",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
    "COERCE_DECIMAL_TO_STRING": False,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Job server",
    "DESCRIPTION": (
        "Where a researcher asks for code to be run on data that nobody may see, and follows what "
        "happens. `/api/v2/` is spoken by job-runners and frozen; `/api/v3/` is for people, their "
        "scripts and the pages of this service."
    ),
    "VERSION": VERSION,
    "OAS_VERSION": "3.1.1",
    "COMPONENT_SPLIT_REQUEST": True,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "/images/favicon.svg",
    "SERVE_AUTHENTICATION": [],
    "SERVE_INCLUDE_SCHEMA": False,
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "server.core.schema.add_problem_responses",
        "server.core.schema.refuse_unknown_members",
        "server.people.schema.add_sign_in_operations",
        "server.people.second_factor.schema.add_operations",
    ],
    "ENUM_NAME_OVERRIDES": {
        "BackendContact": "server.fleet.models.Contact",
        "BackendTokenState": "server.fleet.tokens.TokenState",
        "BackendMode": "server.fleet.models.Mode",
        "CodelistsStatus": "server.jobs.codelists.CodelistsStatus",
        "Decision": "server.jobs.serializers.requests.DECISIONS",
        "DisplayStatus": "server.jobs.statuses.DisplayStatus",
        "JobRequestStatus": "server.jobs.statuses.JobRequestStatus",
        "ProjectCategory": "server.projects.models.ProjectCategory",
        "ProjectStatus": "server.projects.models.ProjectStatus",
        "ReasonCode": "server.jobs.reason_codes.ReasonCode",
        "ReasonObjectKind": "server.jobs.reason_codes.ObjectKind",
        "SecondFactorKind": "allauth.mfa.models.Authenticator.Type",
        "RequestDisplayStatus": "server.jobs.statuses.RequestDisplayStatus",
        "Role": "server.people.roles.Role",
        "RunMail": "server.people.models.RunMail",
        "WebhookKind": "server.notify.models.WebhookKind",
        "DeliveryStatus": "server.notify.models.DeliveryStatus",
        "WhoCanAct": "server.jobs.reason_codes.WhoCanAct",
    },
    "SORT_OPERATIONS": True,
}

# -- Logs ----------------------------------------------------------------------------------------
DJANGO_STRUCTLOG_USER_ID_FIELD = "pk"
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False  # `address` is past the trusted proxies
