"""What gunicorn serves."""

import gc
import os
import sys

import django
from django.core.exceptions import ImproperlyConfigured

from server.core import start_checks, telemetry
from server.core.content_types import Application
from server.core.logging import log_as_server

_BOOT_FAILED = 3  # gunicorn stops for good at this exit status of a worker


def _start() -> Application:
    """The application; a wrong setting ends the start in one line, without a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        django.setup(set_prefix=False)
        log_as_server()
        handler = Application()
        start_checks.run_for_web()
        telemetry.start()
    except ImproperlyConfigured as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(_BOOT_FAILED)
    # What is loaded now stays: collections need not walk through it, which took a third of a
    # second now and then, in the middle of an answer.
    gc.collect()
    gc.freeze()
    return handler


application = _start()
