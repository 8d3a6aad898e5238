"""How every process of the service writes its log, by the environment."""

from config import env
from server.core.logging import logging_settings

LOGGING = logging_settings(
    level=env.one_of(
        "DJANGO_LOG_LEVEL", "INFO", known=("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
    ),
    pretty=env.flag("DEBUG", default=False),
)
