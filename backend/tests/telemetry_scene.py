"""`python -m tests.telemetry_scene TOKEN`: what goes wrong in a process as in production.

A runner's report meets a fault, a page another, an error is logged, and a message is not wanted;
full of secrets, all of it. Prints as JSON which modules there are, and the two answers.
"""

import json
import sys
from datetime import timedelta
from importlib import import_module

SECRETS = {
    "query": "secret-of-the-query",
    "cookie": "secret-of-the-cookie",
    "body": "secret-of-the-body",
    "variable": "secret-of-a-variable",
    "address": "203.0.113.9",
    "mailbox": "grace.hopper+study@example.org",
    "row": "Key (username)=(grace) already exists.",
}


def main(token: str) -> None:
    application = import_module("config.wsgi").application  # what gunicorn serves

    import structlog
    from django.test import RequestFactory

    from server.core import clock
    from server.core.views import ProblemTypesView
    from server.outbox import registry, services
    from server.runner_api.views.jobs import JobsView

    def status_of(request):
        told = []
        answer = application(request.environ, lambda status, _headers: told.append(status))
        b"".join(answer)
        answer.close()
        return int(told[0].split()[0])

    JobsView.post = ProblemTypesView.get = _fail
    requests = RequestFactory(REMOTE_ADDR=SECRETS["address"])
    report = requests.post(
        f"/api/v2/jobs/?code={SECRETS['query']}",
        [{"password": SECRETS["body"]}],
        content_type="application/json",
        headers={
            "Authorization": token,
            "Cookie": f"sessionid={SECRETS['cookie']}",
            "User-Agent": "a runner",
            "traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        },
    )
    answers = [status_of(requests.get("/api/v3/problems")), status_of(report)]
    structlog.get_logger("scene").error(
        "message_given_up",
        error=f"refused {token} to {SECRETS['mailbox']}\nDETAIL:  {SECRETS['row']}",
        waited=timedelta(minutes=5),
    )
    registry.register("scene.played", _refuse)
    services.publish([services.Event("scene.played", {}, key=token)], now=clock.now())
    services.deliver(services.claim(now=clock.now()), now=clock.now())
    if "sentry_sdk" in sys.modules:
        sys.modules["sentry_sdk"].flush()
    if "opentelemetry" in sys.modules:
        sys.modules["opentelemetry.trace"].get_tracer_provider().force_flush()
    print(json.dumps({"answers": answers, "modules": sorted(sys.modules)}))  # noqa: T201


def _fail(view, request):
    from django.conf import settings

    held = SECRETS["variable"]
    sent = request.headers.get("Authorization")
    raise RuntimeError(f"Could not use {sent} and {settings.METRICS_TOKEN}, nor {len(held)}.")


def _refuse(payload, key):
    raise RuntimeError(f"Nobody wants {key}.")


if __name__ == "__main__":
    main(sys.argv[1])
