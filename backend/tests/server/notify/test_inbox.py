"""What people are told of in their inbox, and how they read it."""

from datetime import timedelta

import pytest

from server.core.versions import versions
from server.notify import inbox
from server.notify.handlers import announce_finished_run, tell_of_invitation
from server.notify.models import Notice, NoticeKind
from server.notify.versions import state_of_inboxes, topic_of
from server.outbox.models import OutboxMessage
from server.people.actors import actor_of
from tests.api import Api, pointers_of, problem_of
from tests.recipes import NOON, make_job_request, user


@pytest.fixture
def run(tpp, w1, ada):
    return make_job_request(
        backend=tpp, workspace=w1, created_by=ada, will_notify=True, status="failed", strip="ssf"
    )


@pytest.fixture
def bob(db):
    return user.make()


def put(person, *, key="k", at=NOON, text="Request 1 in w1 failed."):
    inbox.put(
        [person], kind=NoticeKind.RUN_FINISHED, text=text, path="/requests/a", key=key, now=at
    )
    return Notice.objects.get(user=person, key=key)


def test_a_finished_run_is_told_once_however_often_it_is_announced(run, ada):
    for _ in range(2):
        announce_finished_run({"job_request_id": run.pk}, "key")

    (notice,) = Notice.objects.all()
    assert (notice.user, notice.kind) == (ada, "run_finished")
    assert notice.text == f"Request {run.pk} in w1 failed: 2 of 3 jobs succeeded."
    assert notice.path == f"/requests/{run.identifier}"
    assert OutboxMessage.objects.filter(topic="run_mail.due").count() == 1


@pytest.mark.parametrize("change", [{"will_notify": False}, {"status": "running"}])
def test_a_run_that_nobody_asked_about_or_that_goes_on_is_not_told(run, change):
    type(run).objects.filter(pk=run.pk).update(**change)

    announce_finished_run({"job_request_id": run.pk}, "key")

    assert not Notice.objects.exists()
    assert not OutboxMessage.objects.exists()


def test_a_run_that_is_gone_is_no_error(db):
    announce_finished_run({"job_request_id": 1}, "key")


def test_an_invitation_that_is_gone_puts_nothing_into_an_inbox(db):
    tell_of_invitation({"invitation_id": 1}, "key")

    assert not Notice.objects.exists()


def test_the_inbox_shows_ones_own_newest_first_in_few_queries(ada, django_assert_num_queries):
    put(user.make(), key="another's")
    put(ada, key="old")
    put(ada, key="new", at=NOON + timedelta(hours=1), text="Request 2 in w1 succeeded.")
    api = Api(ada)

    with django_assert_num_queries(4):
        answer = api.get("notices")

    assert [row["text"] for row in answer.json()["results"]] == [
        "Request 2 in w1 succeeded.",
        "Request 1 in w1 failed.",
    ]


def test_unread_ones_alone_are_listed_and_counted(ada):
    put(ada, key="unread")
    read = put(ada, key="read")
    inbox.mark_read(actor=actor_of(ada), ids=[read.pk], now=NOON)

    assert len(Api(ada).get("notices", {"unread": "true"}).json()["results"]) == 1
    unread = Api(ada).get("notices/unread").json()
    assert (unread["count"], unread["capped"]) == (1, False)


def test_very_many_unread_ones_are_counted_no_further_than_the_badge_shows(ada):
    for number in range(100):
        put(ada, key=f"k{number}")

    unread = Api(ada).get("notices/unread").json()
    assert (unread["count"], unread["capped"]) == (99, True)


def test_reading_marks_ones_own_alone_and_once(ada):
    mine, others = put(ada), put(user.make())
    api = Api(ada)

    assert api.post("notices/read", {"ids": [mine.pk, others.pk]}).json() == {"marked": 1}
    assert api.post("notices/read", {}).json() == {"marked": 0}
    others.refresh_from_db()
    assert others.read_at is None


@pytest.mark.parametrize("body", [{"ids": []}, {"ids": ["x"]}, {"ids": [0]}, {"ids": None}])
def test_reading_wants_numbers(ada, body):
    answer = Api(ada).post("notices/read", body)

    assert problem_of(answer)[0] == 400
    assert pointers_of(answer)[0].startswith("/ids")


def test_a_visitor_has_no_inbox(db):
    assert problem_of(Api().get("notices"))[0] == 401


def test_old_notices_are_forgotten(ada):
    put(ada)

    over = inbox.RETENTION.rows
    assert not over(NOON + inbox.KEPT_FOR).exists()
    assert over(NOON + inbox.KEPT_FOR + timedelta(seconds=1)).count() == 1


def test_notices_go_with_the_account_and_are_exported_before(ada):
    put(ada)
    export = b"".join(Api(ada).get("account/export").streaming_content)
    assert b"Request 1 in w1 failed." in export

    inbox.empty(user=ada, actor=actor_of(ada), now=NOON)

    assert not Notice.objects.exists()


def version_of(topic):
    versions.forget()
    return Api().get("versions", {"topic": topic}).json()["versions"][topic]


def test_what_comes_and_what_is_read_moves_the_inbox_of_its_owner_alone(ada, bob):
    topics = [Api(person).get("notices/unread").json()["topic"] for person in (ada, bob)]

    def state():
        return [version_of(topic) for topic in topics]

    put(bob)
    nothing = state()
    notice = put(ada)
    come = state()
    Api(ada).post("notices/read", {"ids": [notice.pk]})
    read = state()

    assert [old != new for old, new in zip(nothing, come, strict=True)] == [True, False]
    assert [old != new for old, new in zip(come, read, strict=True)] == [True, False]


@pytest.mark.parametrize("forged", ["{pk}", "{pk}:x", "{pk}{signature}", ":", ""])
def test_nobody_learns_of_an_inbox_whose_topic_he_was_not_given(ada, bob, forged):
    _, _, signature = topic_of(bob).rpartition(":")
    topic = "inbox:" + forged.format(pk=ada.pk, signature=f":{signature}")
    before = version_of(topic)

    put(ada)

    assert version_of(topic) == before


@pytest.mark.parametrize("number", [1, 15])
def test_the_inboxes_of_all_who_watch_are_one_query(db, number, django_assert_num_queries):
    names = [topic_of(user.make()).partition(":")[2] for _ in range(number)]

    with django_assert_num_queries(1):
        assert len(state_of_inboxes(names)) == number
