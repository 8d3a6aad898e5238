"""Webhooks of projects: who sets them up, what they are sent, and how often."""

import base64
import hashlib
import hmac
import json
from datetime import timedelta

import pytest
import time_machine

from integrations.webhooks import Answer, NoAnswer
from server.core.versions import Versions
from server.notify import webhooks
from server.notify.handlers import announce_finished_run
from server.notify.models import Webhook, WebhookDelivery
from server.outbox.management.commands.run_worker import deliver_due
from server.outbox.models import OutboxMessage
from server.outbox.services import claim, deliver
from tests.api import Api, pointers_of, problem_of
from tests.recipes import NOON, make_job, make_job_request, user

URL = "https://hooks.example.org/services/T0/B0/secret"


class FakeSender:
    """Answers what it is told to, and keeps what it was given."""

    def __init__(self):
        self.sent = []
        self.answers = []

    def post(self, url, *, body, headers):
        self.sent.append((url, body, headers))
        answer = self.answers.pop(0) if self.answers else Answer(204, "")
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def sender(monkeypatch):
    fake = FakeSender()
    monkeypatch.setattr(webhooks, "get_sender", lambda: fake)
    return fake


@pytest.fixture
def at_noon():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def run(tpp, w1, ada):
    run = make_job_request(backend=tpp, workspace=w1, created_by=ada, status="succeeded", strip="s")
    make_job(run, action="plot", status="succeeded", identifier="job-1")
    return run


def make(api, *, kind="signed", name="notebook"):
    body = {"name": name, "kind": kind, "url": URL}
    return api.post("projects/asthma-winter/webhooks", body).json()


def announce(run):
    """Have the run told, and leave nothing but its deliveries to do."""
    announce_finished_run({"job_request_id": run.pk}, "key")
    OutboxMessage.objects.exclude(topic="webhook_delivery.due").delete()


def try_once():
    """Deliver what is due next, whenever that is; returns when, and whether it was taken."""
    due = OutboxMessage.objects.get()
    return due.not_before, deliver(claim(now=due.not_before), now=due.not_before)


def test_a_developer_makes_a_webhook_and_sees_its_secret_once(ada, project):
    api = Api(ada)

    made = make(api)

    assert made["secret"].startswith("whsec_")
    assert len(base64.b64decode(made["secret"].removeprefix("whsec_"))) == 24
    (shown,) = api.get("projects/asthma-winter/webhooks").json()["results"]
    assert "secret" not in shown
    assert shown["url"] == URL


def test_the_address_of_slack_is_a_secret_itself(ada, project):
    made = make(Api(ada), kind="slack")

    assert (made["url"], made["secret"]) == ("https://hooks.example.org/…", None)


@pytest.mark.parametrize(
    "url", ["", "ftp://example.org/", "https://a:b@example.org/", "not an address"]
)
def test_what_is_no_address_is_refused(ada, project, url):
    body = {"name": "n", "kind": "signed", "url": url}

    answer = Api(ada).post("projects/asthma-winter/webhooks", body)

    assert problem_of(answer)[0] == 400
    assert pointers_of(answer) == ["/url"]


def test_who_does_not_manage_the_project_neither_sees_nor_makes_one(project):
    api = Api(user.make())

    assert problem_of(api.get("projects/asthma-winter/webhooks")) == (403, "forbidden")
    assert make(api)["status"] == 403


def test_a_finished_run_is_sent_once_signed_by_the_standard(ada, run, sender):
    secret = make(Api(ada))["secret"]

    for _ in range(2):
        announce_finished_run({"job_request_id": run.pk}, "key")
    deliver_due()

    ((url, body, headers),) = sender.sent
    assert url == URL
    told = json.loads(body)
    assert (told["type"], told["data"]["identifier"]) == ("run.finished", run.identifier)
    assert told["data"]["jobs"] == [
        {"action": "plot", "identifier": "job-1", "status": "succeeded"}
    ]
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    key = base64.b64decode(secret.removeprefix("whsec_"))
    digest = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{digest}"


def test_slack_is_told_in_words_with_the_link(ada, run, sender):
    make(Api(ada), kind="slack")

    announce_finished_run({"job_request_id": run.pk}, "key")
    deliver_due()

    ((_, body, headers),) = sender.sent
    assert json.loads(body) == {
        "text": f"Request {run.pk} in w1 succeeded: 1 of 1 job succeeded. "
        f"https://jobs.example.org/requests/{run.identifier}"
    }
    assert "webhook-signature" not in headers


def test_a_message_that_is_not_taken_is_tried_again_for_days_as_the_same_one(
    ada, run, sender, at_noon
):
    make(Api(ada))
    sender.answers = [NoAnswer("No answer within 10 s."), *[Answer(500, "broken")] * 18]
    announce(run)

    tried = [try_once() for _ in range(20)]

    assert [taken for _, taken in tried] == [False] * 19 + [True]
    assert tried[-1][0] - NOON > timedelta(days=1)
    assert len({(body, headers["webhook-id"]) for _, body, headers in sender.sent}) == 1
    delivery = WebhookDelivery.objects.get()
    assert delivery.status == "delivered"
    assert [entry["error"] for entry in delivery.tries[:2]] == [
        "No answer within 10 s.",
        "It answered with status 500.",
    ]


def test_a_message_that_nobody_takes_is_given_up_and_can_be_sent_again(ada, run, sender, at_noon):
    api = Api(ada)
    path = f"projects/asthma-winter/webhooks/{make(api)['id']}/deliveries"
    sender.answers = [Answer(410, "")] * webhooks.PATIENCE.attempts
    announce(run)
    for _ in range(webhooks.PATIENCE.attempts):
        try_once()
    (shown,) = api.get(path).json()["results"]
    assert shown["status"] == "given_up"

    assert api.post(f"{path}/{shown['id']}/send", None).json()["status"] == "waiting"
    deliver_due()

    (shown,) = api.get(path).json()["results"]
    assert shown["status"] == "delivered"
    assert len({headers["webhook-id"] for *_, headers in sender.sent}) == 1


def send_again(api, made, delivery):
    path = f"projects/asthma-winter/webhooks/{made['id']}/deliveries/{delivery.pk}/send"
    assert api.post(path, None).status_code == 202


def test_sent_again_while_it_is_still_tried_it_arrives_once(ada, run, sender, at_noon):
    api = Api(ada)
    made = make(api)
    sender.answers = [Answer(500, "")]
    announce(run)
    try_once()

    send_again(api, made, WebhookDelivery.objects.get())
    deliver_due()
    with time_machine.travel(NOON + timedelta(days=1)):
        deliver_due()

    assert len(sender.sent) == 2
    assert WebhookDelivery.objects.get().status == "delivered"
    assert not OutboxMessage.objects.filter(done_at=None).exists()


@pytest.mark.parametrize("again", [Answer(204, ""), Answer(500, "")])
def test_the_end_of_the_first_tries_says_nothing_of_those_sent_again(
    ada, run, sender, at_noon, again
):
    api = Api(ada)
    made = make(api)
    announce(run)
    first = OutboxMessage.objects.get()
    send_again(api, made, WebhookDelivery.objects.get())
    OutboxMessage.objects.filter(pk=first.pk).update(attempts=webhooks.PATIENCE.attempts)
    sender.answers = [again]
    deliver(OutboxMessage.objects.exclude(pk=first.pk).get(), now=NOON)
    before = WebhookDelivery.objects.get().status
    first.refresh_from_db()
    first.attempts += 1

    OutboxMessage.objects.filter(pk=first.pk).update(attempts=first.attempts)
    deliver(first, now=NOON)

    first.refresh_from_db()
    assert first.failed_at
    assert WebhookDelivery.objects.get().status == before != "given_up"


def test_the_test_button_sends_a_message_that_says_so(ada, project, sender):
    api = Api(ada)

    answer = api.post(f"projects/asthma-winter/webhooks/{make(api)['id']}/test", None)
    deliver_due()

    assert (answer.status_code, answer.json()["event"]) == (202, "test")
    assert json.loads(sender.sent[0][1])["type"] == "test"


def test_a_removed_webhook_is_sent_nothing_more(ada, run, sender):
    api = Api(ada)
    made = make(api)
    announce_finished_run({"job_request_id": run.pk}, "key")

    assert api.delete(f"projects/asthma-winter/webhooks/{made['id']}").status_code == 204
    deliver_due()

    assert sender.sent == []
    assert not Webhook.objects.exists()


def test_a_project_has_so_many_webhooks_and_each_name_once(ada, project):
    api = Api(ada)
    for number in range(webhooks.MOST_A_PROJECT):
        make(api, name=f"n{number}")

    assert make(api, name="one more")["status"] == 400
    Webhook.objects.filter(name="n1").delete()
    assert make(api, name="n0")["status"] == 400


def test_old_deliveries_are_forgotten(ada, project):
    webhook = Webhook.objects.get(pk=make(Api(ada))["id"])
    webhook.deliveries.create(identifier="a", key="a", event="test", body="{}", created_at=NOON)

    over = webhooks.RETENTION.rows
    assert not over(NOON + webhooks.KEPT_FOR).exists()
    assert over(NOON + webhooks.KEPT_FOR + timedelta(seconds=1)).count() == 1


def test_every_step_of_a_delivery_moves_the_log_of_its_webhook(ada, project, sender):
    api = Api(ada)
    path = f"projects/asthma-winter/webhooks/{make(api)['id']}"
    topic = f"webhook:{Webhook.objects.get().pk}"
    sender.answers = [Answer(500, ""), Answer(204, "")]
    seen = []

    def look():
        seen.append(Versions().of([topic])[topic])

    look()
    api.post(f"{path}/test", {})
    look()
    delivery = WebhookDelivery.objects.select_related("webhook").get()
    with pytest.raises(webhooks.DeliveryFailed):
        webhooks.deliver(delivery, now=NOON)
    look()
    webhooks.give_up(delivery, key=OutboxMessage.objects.get(topic=webhooks.DELIVERY_DUE).key)
    look()
    api.post(f"{path}/deliveries/{delivery.pk}/send", {})
    look()
    webhooks.deliver(delivery, now=NOON)
    look()

    assert len(set(seen)) == len(seen) == 6
