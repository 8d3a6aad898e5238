"""Whether anything moved: who reads, how often, and what an answer tells."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from server.alerts.models import SiteAlert
from server.audit.models import ActorKind, AuditEvent
from server.audit.services import Author, record
from server.core import clock
from server.core import versions as module
from server.core.pagination import DEFAULT_LIMIT
from server.core.versions import MOST_TOPICS, Versions, versions
from server.fleet.models import Backend, ServiceStop
from server.jobs.models import JobRequest
from server.jobs.reasons import MOST_COUNTED
from server.people.roles import Role
from server.projects.models import Project, Workspace
from tests.api import Api, pointers_of, problem_of
from tests.contract.runner.wire import Runner, job
from tests.plans import plan_of
from tests.recipes import (
    NOON,
    SECOND,
    give_role,
    make_backend_token,
    make_job_request,
    make_project,
    user,
    workspace,
)

PATH = "versions"


@pytest.fixture(autouse=True)
def _nothing_kept():
    versions.forget()


def ask(*topics, **headers):
    return Api().get(PATH, {"topic": topics}, **headers)


def version_of(topic):
    versions.forget()
    return ask(topic).json()["versions"][topic]


def topic_of(job_request):
    return f"job-request:{job_request.identifier}"


@pytest.fixture
def asked(tpp, w1, ada):
    return make_job_request(backend=tpp, workspace=w1, created_by=ada)


def test_an_unchanged_answer_is_304_and_empty(asked):
    topic = f"job-request:{asked.identifier}"
    first = ask("requests", topic)

    again = ask("requests", topic, If_None_Match=first["ETag"])

    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert first["Content-Length"] == str(len(first.content))
    assert set(first.json()["versions"]) == {"requests", topic}
    assert "Content-Security-Policy" in again


def test_a_report_moves_its_request_and_the_lists_and_nothing_else(asked, tpp, w1):
    other, runner = make_job_request(backend=tpp, workspace=w1), Runner(make_backend_token(tpp))
    runner.listed()
    topics = ["requests", f"job-request:{asked.identifier}", f"job-request:{other.identifier}"]
    before = [version_of(topic) for topic in topics]

    runner.push(job(job_request_id=asked.identifier))

    moved = [version_of(topic) != old for topic, old in zip(topics, before, strict=True)]
    assert moved == [True, True, False]


def test_a_change_moves_its_workspace_and_backend_and_no_others(tpp, emis, w1, ada):
    workspace.make(name="w2", project=w1.project, created_by=ada, updated_by=ada)
    asked = make_job_request(backend=tpp, workspace=w1)
    runner = Runner(make_backend_token(tpp))
    runner.listed()
    topics = ["workspace:w1", "requests-on:tpp", "workspace:w2", "requests-on:emis"]
    before = [version_of(topic) for topic in topics]

    runner.push(job(job_request_id=asked.identifier))

    moved = [version_of(topic) != old for topic, old in zip(topics, before, strict=True)]
    assert moved == [True, True, False, False]


def test_a_new_request_moves_its_workspace(tpp, w1):
    before = version_of("workspace:w1")

    make_job_request(backend=tpp, workspace=w1)

    assert version_of("workspace:w1") != before


def test_a_change_moves_its_project_and_no_other(tpp, w1, ada):
    elsewhere = make_project(slug="elsewhere")
    topics = [f"project:{w1.project.slug}", "project:elsewhere"]
    before = [version_of(topic) for topic in topics]

    asked = make_job_request(backend=tpp, workspace=w1)

    after = [version_of(topic) for topic in topics]
    assert [new != old for new, old in zip(after, before, strict=True)] == [True, False]
    Workspace.objects.filter(pk=w1.pk).update(project=elsewhere)
    assert asked.project != elsewhere
    moved = [version_of(topic) != old for topic, old in zip(topics, after, strict=True)]
    assert moved == [True, True]


@pytest.mark.parametrize("place", ["workspace:w1", "project:{0.slug}"])
def test_silence_of_a_backend_moves_places_by_itself(tpp, w1, place):
    topic = place.format(w1.project)
    Backend.everywhere.filter(pk=tpp.pk).update(last_seen_at=NOON)
    with time_machine.travel(NOON, tick=False):
        heard = version_of(topic)
    with time_machine.travel(NOON + timedelta(minutes=6), tick=False):
        assert version_of(topic) != heard


def test_a_cancel_moves_its_request(asked, ada):
    topic = f"job-request:{asked.identifier}"
    before = version_of(topic)

    Api(ada).post(f"job-requests/{asked.identifier}/cancel", {})

    assert version_of(topic) != before


def test_silence_moves_a_request_by_itself(asked, tpp):
    topic = f"job-request:{asked.identifier}"
    Backend.everywhere.filter(pk=tpp.pk).update(last_seen_at=NOON)
    with time_machine.travel(NOON, tick=False):
        heard = version_of(topic)
    with time_machine.travel(NOON + timedelta(minutes=1), tick=False):
        assert version_of(topic) == heard
    with time_machine.travel(NOON + timedelta(minutes=6), tick=False):
        assert version_of(topic) != heard


def test_switching_a_backend_off_and_on_moves_its_requests(asked, tpp, ada):
    Backend.everywhere.filter(pk=tpp.pk).update(last_seen_at=NOON)
    give_role(ada, Role.STAFF_AREA_ADMINISTRATOR)
    topic, seen = f"job-request:{asked.identifier}", []
    with time_machine.travel(NOON + timedelta(hours=1), tick=False):
        seen.append(version_of(topic))
        for version, is_active in enumerate([False, True, False], start=1):
            Api(ada).patch("backends/tpp", {"is_active": is_active}, if_match=f'"v{version}"')
            seen.append(version_of(topic))

    assert len(set(seen)) == 4


def test_contact_moves_a_request_of_which_no_jobs_were_made(tpp, w1):
    topic = f"job-request:{make_job_request(backend=tpp, workspace=w1).identifier}"
    fetched = f"job-request:{make_job_request(backend=tpp, workspace=w1, strip='w').identifier}"
    seen, versions_seen, of_fetched = [0, 1, 2, 6, 7], [], set()
    for minute in seen:
        at = NOON + timedelta(minutes=minute)
        Backend.everywhere.filter(pk=tpp.pk).update(last_seen_at=at)
        with time_machine.travel(at, tick=False):
            versions_seen.append(version_of(topic))
            of_fetched.add(version_of(fetched))

    before, yet, still, late, later = versions_seen
    assert (yet, late) == (still, later)
    assert len({before, yet, late}) == 3
    assert len(of_fetched) == 1


@pytest.mark.parametrize("strip", ["", "rws"], ids=["has no jobs", "has a job that waits"])
def test_the_end_of_what_was_asked_for_sooner_moves_a_request_that(strip, tpp, w1):
    sooner = make_job_request(backend=tpp, workspace=w1)
    waits = topic_of(make_job_request(backend=tpp, workspace=w1, strip=strip))
    runs = topic_of(make_job_request(backend=tpp, workspace=w1, strip="rs"))
    before = [version_of(waits), version_of(runs)]

    JobRequest.objects.filter(pk=sooner.pk).update(version=2)
    changed = [version_of(waits), version_of(runs)]
    JobRequest.objects.filter(pk=sooner.pk).update(status="succeeded")

    assert changed == before
    assert version_of(waits) != before[0]
    assert version_of(runs) == before[1]


def test_a_request_follows_as_many_before_it_as_are_counted(tpp, emis, w1):
    make_job_request(backend=emis, workspace=w1)
    rows = [make_job_request(backend=tpp, workspace=w1) for _ in range(MOST_COUNTED + 2)]
    topic = topic_of(rows[-1])
    before = version_of(topic)

    make_job_request(backend=tpp, workspace=w1)
    behind = version_of(topic)
    JobRequest.objects.exclude(backend=tpp).update(status="succeeded")
    elsewhere = version_of(topic)
    JobRequest.objects.filter(pk=rows[0].pk).update(status="succeeded")

    assert before == behind == elsewhere != version_of(topic)


def test_what_is_before_a_request_is_read_from_its_index(asked):
    with CaptureQueriesContext(connection) as captured:
        version_of(topic_of(asked))

    assert "jobs_request_active" in plan_of(captured[1]["sql"])


@pytest.mark.parametrize(
    "changed",
    [
        {"announced_note": "Until the disks are copied."},
        {"announced_until": NOON + timedelta(hours=2)},
        {"stopped_since": NOON},
        {"name": "Another"},
    ],
    ids=["note", "end", "stop", "name"],
)
def test_a_change_of_its_backend_moves_a_request_and_its_places(changed, asked, tpp):
    Backend.everywhere.filter(pk=tpp.pk).update(announced_since=NOON, stopped_since=None)
    topics = [topic_of(asked), "workspace:w1", "requests-on:tpp", "newest-requests"]
    with time_machine.travel(NOON + SECOND, tick=False):
        before = [version_of(topic) for topic in topics]

        Backend.everywhere.filter(pk=tpp.pk).update(**changed, version=tpp.version + 1)

        assert all(version_of(topic) != old for topic, old in zip(topics, before, strict=True))


def test_the_announced_end_moves_a_request_also_while_its_runner_says_maintenance(asked, tpp):
    topic, end = topic_of(asked), NOON + timedelta(minutes=2)
    said = {"maintenance_since": NOON, "announced_since": NOON, "announced_until": end}
    Backend.everywhere.filter(pk=tpp.pk).update(**said, last_seen_at=NOON)
    with time_machine.travel(end - SECOND, tick=False):
        before = version_of(topic)
    with time_machine.travel(end, tick=False):
        assert version_of(topic) != before


def test_a_stop_of_the_whole_service_moves_a_request_when_it_is_made_begins_and_ends(asked):
    topic, begin = topic_of(asked), NOON + timedelta(minutes=1)
    end = begin + timedelta(minutes=1)
    with time_machine.travel(NOON, tick=False):
        before = version_of(topic)
        ServiceStop.objects.create(since=begin, until=end)
        made = version_of(topic)
    with time_machine.travel(begin, tick=False):
        on = version_of(topic)
    with time_machine.travel(end, tick=False):
        over = version_of(topic)

    assert len({before, made, on}) == 3
    assert over == before


def test_a_change_of_its_workspace_or_project_moves_a_request(asked, w1):
    before = version_of(topic_of(asked))
    Workspace.objects.filter(pk=w1.pk).update(version=w1.version + 1)
    workspace_changed = version_of(topic_of(asked))
    Project.objects.filter(pk=w1.project_id).update(version=w1.project.version + 1)

    assert len({before, workspace_changed, version_of(topic_of(asked))}) == 3


def test_a_change_moves_its_person_and_no_other(tpp, w1, ada):
    user.make(username="ben")
    before = [version_of(topic) for topic in ("requests-of:ada", "requests-of:ben")]

    asked = make_job_request(backend=tpp, workspace=w1, created_by=ada)
    made = [version_of(topic) for topic in ("requests-of:ada", "requests-of:ben")]
    JobRequest.objects.filter(pk=asked.pk).update(version=2)

    assert [new != old for new, old in zip(made, before, strict=True)] == [True, False]
    assert version_of("requests-of:ada") != made[0]


def test_only_what_is_on_the_first_page_moves_the_newest_requests(tpp, w1):
    asked = [make_job_request(backend=tpp, workspace=w1) for _ in range(DEFAULT_LIMIT + 1)]
    before = version_of("newest-requests")

    JobRequest.objects.filter(pk=asked[0].pk).update(version=2)
    older = version_of("newest-requests")
    JobRequest.objects.filter(pk=asked[1].pk).update(version=2)
    shown = version_of("newest-requests")
    make_job_request(backend=tpp, workspace=w1)

    assert before == older != shown != version_of("newest-requests")


def test_a_change_that_is_on_record_moves_its_type_and_the_record(w1, ada):
    topics = ["record", "record:workspace", "record:org"]
    before = [version_of(topic) for topic in topics]

    Api(ada).patch("workspaces/w1", {"purpose": "Another."}, If_Match='"v1"')

    moved = [version_of(topic) != old for topic, old in zip(topics, before, strict=True)]
    assert moved == [True, True, False]


@pytest.mark.django_db
@pytest.mark.parametrize("topic", ["record", "record:org"])
def test_an_event_moves_the_record_also_when_later_ones_were_seen_before_it(topic):
    author = Author(kind=ActorKind.SYSTEM, name="sweep")
    event = {"by": author, "verb": "org.changed", "target_type": "org", "target_id": 1}
    for _ in range(60):
        record(**event, now=NOON + SECOND)
    before = version_of(topic)

    record(**event, now=NOON + 2 * SECOND)
    pushed_out = version_of(topic)
    AuditEvent.objects.bulk_create(
        [AuditEvent(pk=10_000_000, at=NOON + 3 * SECOND, actor_kind="system", target_type="org")]
    )
    later = version_of(topic)
    record(**event, now=NOON + 2 * SECOND)

    assert len({before, pushed_out, later, version_of(topic)}) == 4


@pytest.mark.django_db
def test_the_record_is_watched_by_an_index_of_each_type():
    with CaptureQueriesContext(connection) as captured:
        version_of("record:org")

    assert "audit_of_type" in plan_of(captured[0]["sql"])


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["nobody", "-1", "²", "9" * 40, ""])
def test_a_webhook_that_cannot_be_is_as_one_that_is_not(name):
    assert ask(f"webhook:{name}").status_code == 200


def test_a_contact_moves_the_backends_and_not_how_they_stand(tpp):
    topics = ["backends", "standings"]
    before = [version_of(topic) for topic in topics]

    Backend.everywhere.filter(pk=tpp.pk).update(last_seen_at=clock.now())
    heard = [version_of(topic) for topic in topics]
    Backend.everywhere.filter(pk=tpp.pk).update(last_seen_at=clock.now() + SECOND)
    again = [version_of(topic) for topic in topics]
    Backend.everywhere.filter(pk=tpp.pk).update(paused_since=NOON)
    paused = [version_of(topic) for topic in topics]

    assert len({versions[0] for versions in (before, heard, again, paused)}) == 4
    assert before[1] != heard[1] == again[1] != paused[1]


def test_a_notice_of_the_staff_moves_its_topic_until_it_is_gone(ada):
    before = version_of("site-alerts")
    stamps = {"created_at": NOON, "updated_at": NOON, "created_by": ada, "updated_by": ada}
    alert = SiteAlert.objects.create(message="Maintenance tonight.", **stamps)
    made = version_of("site-alerts")
    SiteAlert.objects.filter(pk=alert.pk).update(version=2)
    changed = version_of("site-alerts")
    alert.delete()

    assert len({before, made, changed}) == 3
    assert version_of("site-alerts") == before


@pytest.mark.parametrize("number", [1, 9])
def test_all_who_watch_cost_the_same_few_queries_and_none_while_it_is_fresh(
    tpp, w1, number, monkeypatch
):
    monkeypatch.setattr(versions, "_clock", lambda: 0.0)
    rows = [make_job_request(backend=tpp, workspace=w1) for _ in range(number)]
    topics = ["requests", "backends", "workspace:w1", "workspace:w2", "project:p1", "project:p2"]
    topics += ["requests-of:ada", "newest-requests", "record", "record:org", "record:user"]
    topics += [f"job-request:{each.identifier}" for each in rows]

    with CaptureQueriesContext(connection) as captured:
        ask(*topics)
        ask(*topics)
        ask(topics[-1])

    assert len(captured) == 16


def test_versions_are_kept_for_a_tenth_of_a_second(monkeypatch):
    now, reads = [0.0], []
    monkeypatch.setitem(module._readers, "thing", lambda names: reads.append(names) or {})
    kept = Versions(clock=lambda: now[0])

    for at in (0.0, 0.05, 0.1, 0.15):
        now[0] = at
        kept.of(["thing:a"])

    assert len(reads) == 2


def test_a_new_topic_has_no_other_read_before_its_time(monkeypatch):
    reads = []
    monkeypatch.setitem(module._readers, "thing", lambda names: reads.append(names) or {})
    kept = Versions(clock=lambda: 0.0)

    kept.of(["thing:a"])
    kept.of(["thing:a", "thing:b"])

    assert reads == [{"a"}, {"b"}]


def test_what_nobody_asks_for_any_more_is_not_read(monkeypatch):
    now, reads = [0.0], []
    monkeypatch.setitem(module._readers, "thing", lambda names: reads.append(names) or {})
    kept = Versions(clock=lambda: now[0])
    kept.of(["thing:a"])
    now[0] = 60.0

    kept.of(["thing:b"])

    assert reads == [{"a"}, {"b"}]


def test_a_version_tells_neither_what_there_is_nor_how_much(asked):
    nobody = version_of("job-request:0000000000000000")

    assert len(nobody) == len(version_of(f"job-request:{asked.identifier}")) == 16
    JobRequest.objects.filter(pk=asked.pk).update(version=2)
    assert version_of(f"job-request:{asked.identifier}") != "2"


@pytest.mark.django_db
def test_the_longest_slug_of_a_project_can_be_asked_for():
    assert ask("project:" + "a" * 255).status_code == 200


@pytest.mark.parametrize(
    "topics",
    [
        [],
        ["nonsense"],
        ["requests"] * (MOST_TOPICS + 1),
        ["project:" + "a" * 300],
        ["workspace:\x00"],
    ],
    ids=["none", "unknown", "too many", "too long", "with a null character"],
)
def test_a_wrong_question_is_explained(topics, db):
    answer = ask(*topics)

    assert problem_of(answer)[0] == 400
    assert pointers_of(answer)


def test_another_parameter_is_refused(db):
    answer = Api().get(PATH, {"topic": "requests", "colour": "red"})

    assert problem_of(answer)[0] == 400


def test_a_script_of_another_origin_gets_the_same_answer(settings, db):
    settings.CORS_ALLOWED_ORIGINS = ["https://elsewhere.example"]

    answer = ask("requests", Origin="https://elsewhere.example")

    assert answer.json() == ask("requests").json()
    assert answer["Access-Control-Allow-Origin"] == "https://elsewhere.example"
    assert (
        ask(
            "requests", Origin="https://elsewhere.example", If_None_Match=answer["ETag"]
        ).status_code
        == 304
    )
