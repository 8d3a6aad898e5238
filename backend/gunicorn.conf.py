"""How gunicorn serves the job server, on every kind of host."""

import logging.config
import os
import shutil
import sys
import tempfile
import threading

from django.core.exceptions import ImproperlyConfigured
from gunicorn.glogging import Logger

from config import env
from server.core.logging import log_as_server

try:
    from config.logs import LOGGING

    _port = env.number("PORT", 8000, least=1, most=65535)
    # SQLite has one writer, so a second process would only wait for the first.
    _on_sqlite = env.text("DATABASE_URL", "sqlite:").startswith("sqlite:")
    workers = env.number("WEB_CONCURRENCY", 1 if _on_sqlite else 2, least=1)
    reload = env.flag("DEBUG", default=False)
except ImproperlyConfigured as error:
    sys.exit(str(error))  # gunicorn would print a traceback above it

bind = f"0.0.0.0:{_port}"  # a container is reached from outside
worker_class = "gthread"
threads = 8
keepalive = 10  # seconds: longer than the pages' polls, which so reuse their connection
timeout = 60
graceful_timeout = 5
# The socket would be a file below $HOME, which a container's user cannot write.
control_socket_disable = True
# The application writes the request log, with request ids and without query strings.
accesslog = None
errorlog = "-"


class _Log(Logger):
    """gunicorn's own lines in the form of all others, from the first one on.

    Not by `logconfig_dict`: with it, gunicorn words every request for a log of its own.
    """

    def setup(self, cfg: object) -> None:
        """Have gunicorn's loggers do as the application's."""
        super().setup(cfg)
        logging.config.dictConfig(LOGGING)
        log_as_server()


logger_class = _Log

_METRICS_FOLDER = "PROMETHEUS_MULTIPROC_DIR"  # the name is that of prometheus-client


def on_starting(server: object) -> None:  # noqa: ARG001  gunicorn passes it
    """Give the processes a folder in which each counts its requests, where anybody reads them."""
    if env.text("METRICS_TOKEN"):
        os.environ[_METRICS_FOLDER] = tempfile.mkdtemp(prefix="job-server-metrics-")


def on_exit(server: object) -> None:  # noqa: ARG001  gunicorn passes it
    """Leave nothing behind."""
    if folder := os.environ.get(_METRICS_FOLDER):
        shutil.rmtree(folder, ignore_errors=True)


def worker_exit(server: object, worker: object) -> None:  # noqa: ARG001  gunicorn passes them
    """Write what is counted in memory alone; a process that never began has counted nothing."""
    from django.apps import apps

    if apps.ready:
        from server.core import clock
        from server.fleet.contact import write_counted_calls

        write_counted_calls(now=clock.now())


def post_worker_init(worker: object) -> None:  # noqa: ARG001  gunicorn passes it
    """Under `EMBEDDED_WORKER=1`, do background work beside the requests.

    A thread that is cut off by the end of its process loses nothing: its lease runs out and
    another takes the message over.
    """
    if env.flag("EMBEDDED_WORKER", default=False):
        from server.outbox.management.commands.run_worker import run_until  # Django is ready now

        threading.Thread(target=run_until, args=[threading.Event()], daemon=True).start()
