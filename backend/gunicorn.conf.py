"""How gunicorn serves the job server, on every kind of host."""

import threading

from config import env

bind = f"0.0.0.0:{env.number('PORT', 8000)}"  # a container is reached from outside
worker_class = "gthread"
threads = 8
# SQLite has one writer, so a second process would only wait for the first.
_on_sqlite = env.text("DATABASE_URL", "sqlite:").startswith("sqlite:")
workers = env.number("WEB_CONCURRENCY", 1 if _on_sqlite else 2)
keepalive = 10  # seconds: longer than the pages' polls, which so reuse their connection
timeout = 60
graceful_timeout = 5
# The socket would be a file below $HOME, which a container's user cannot write.
control_socket_disable = True
# The application writes the request log, with request ids and without query strings.
accesslog = None
errorlog = "-"
reload = env.flag("DEBUG", default=False)


def post_worker_init(worker: object) -> None:  # noqa: ARG001  gunicorn passes it
    """Under `EMBEDDED_WORKER=1`, do background work beside the requests.

    A thread that is cut off by the end of its process loses nothing: its lease runs out and
    another takes the message over.
    """
    if env.flag("EMBEDDED_WORKER", default=False):
        from server.outbox.management.commands.run_worker import run_until  # Django is ready now

        threading.Thread(target=run_until, args=[threading.Event()], daemon=True).start()
